/**
 * The contract of {@link io.clientele.domain.operation.Operations}.
 *
 * <p>Start at {@link io.clientele.testkit.operation.OperationsContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.operation;
