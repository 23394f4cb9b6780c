/** Tests of orders in memory. Start at {@link io.clientele.testkit.order.InMemoryOrdersTest}. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.order;
