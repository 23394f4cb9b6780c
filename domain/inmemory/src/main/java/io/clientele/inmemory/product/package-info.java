/**
 * The store of products in memory. Uses the domain and the ledger in memory. Start at {@link
 * io.clientele.inmemory.product.InMemoryProducts}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.product;
