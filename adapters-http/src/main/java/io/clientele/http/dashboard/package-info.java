/**
 * Serves the Admin Dashboard, whose sources stand in {@code adapters-http/dashboard}. It is a
 * client of the API like any other. Start at {@link io.clientele.http.dashboard.Dashboard}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.dashboard;
