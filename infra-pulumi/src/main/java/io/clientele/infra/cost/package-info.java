/**
 * What an environment costs by list price, before anyone uses it: {@link Bill} over {@link Prices}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.cost;
