/**
 * The contract of the ranking of products by views. Start at {@link
 * io.clientele.testkit.product.ranking.ProductRankingContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.product.ranking;
