/**
 * Whether the service lives and is ready. Start at {@link io.clientele.http.health.HealthRoutes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.health;
