/** Tests of the rules of tasks. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.task;
