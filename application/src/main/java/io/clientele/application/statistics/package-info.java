/**
 * The figures of the whole service. Knows the domain, and of the counting of views what is pending.
 * Start at {@link io.clientele.application.statistics.ReadStatistics}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.statistics;
