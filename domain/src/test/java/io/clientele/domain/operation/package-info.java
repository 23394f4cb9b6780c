/** Tests of the rules of queued writes. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.operation;
