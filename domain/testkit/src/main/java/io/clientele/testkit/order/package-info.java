/**
 * The contract of {@link io.clientele.domain.order.Orders}.
 *
 * <p>Start at {@link io.clientele.testkit.order.OrdersContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.order;
