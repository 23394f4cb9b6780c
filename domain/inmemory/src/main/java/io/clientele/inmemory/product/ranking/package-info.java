/**
 * The ranking of products by views, in memory. Uses the view ledger in memory. Start at {@link
 * io.clientele.inmemory.product.ranking.InMemoryProductRanking}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.product.ranking;
