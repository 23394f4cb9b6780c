/**
 * What an environment costs by list price, before anyone uses it: {@link CostEstimate} over {@link
 * ListPrices}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.cost;
