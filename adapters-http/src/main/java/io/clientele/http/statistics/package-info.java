/**
 * The figures of the whole service over HTTP. Start at {@link
 * io.clientele.http.statistics.StatisticsRoutes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.statistics;
