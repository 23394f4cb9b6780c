/**
 * The route of the statistics that the dashboard shows. Uses identity.authentication for the actor.
 * Start at {@link StatisticsRoutes}.
 */
@NullMarked
package io.clientele.http.statistics;

import org.jspecify.annotations.NullMarked;
