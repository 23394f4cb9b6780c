/**
 * The store of orders in memory. Uses the domain, and the ledger and the products in memory. Start
 * at {@link io.clientele.inmemory.order.InMemoryOrders}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.order;
