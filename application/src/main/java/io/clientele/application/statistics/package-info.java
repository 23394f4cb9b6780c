/**
 * Statistics of the whole service.
 *
 * <p>Uses the domain's account, identity and views contexts and the counter's interface. Start at
 * {@link io.clientele.application.statistics.ReadStatistics}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.statistics;
