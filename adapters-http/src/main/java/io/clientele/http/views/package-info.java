/**
 * Routes of the view counter: totals, time series, ranking, flushes and reconciliation. Uses
 * identity.authentication for the actor. Start at {@link ViewRoutes}.
 */
@NullMarked
package io.clientele.http.views;

import org.jspecify.annotations.NullMarked;
