/** Tests of the use cases of tasks. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.task;
