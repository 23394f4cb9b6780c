/**
 * The cost of an environment by list price: {@link CostEstimate} computes it from {@link
 * ListPrices}. Uses {@code config} only. Start at {@link CostTable}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.cost;
