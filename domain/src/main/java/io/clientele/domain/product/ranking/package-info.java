/**
 * Products by their views. Uses the kernel, the package {@code product} and {@code views.history}.
 * Start at {@link io.clientele.domain.product.ranking.ProductRanking}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.product.ranking;
