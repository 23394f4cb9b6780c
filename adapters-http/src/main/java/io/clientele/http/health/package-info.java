/**
 * Liveness, start-up and readiness for load balancers, and the checks behind them. Uses route and
 * exchange. Start at {@link HealthRoutes}.
 */
@NullMarked
package io.clientele.http.health;

import org.jspecify.annotations.NullMarked;
