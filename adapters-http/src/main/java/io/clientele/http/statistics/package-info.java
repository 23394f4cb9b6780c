/**
 * The routes of the statistics and of the most viewed accounts and products, which the dashboard
 * shows. Uses identity.authentication for the actor. Start at {@link StatisticsRoutes}.
 */
@NullMarked
package io.clientele.http.statistics;

import org.jspecify.annotations.NullMarked;
