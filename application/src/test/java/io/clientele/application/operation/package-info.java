/** Tests of the use cases of queued writes. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.operation;
