/**
 * Serves the files of the Admin Dashboard, whose sources are in {@code adapters-http/dashboard}.
 * Uses route and exchange. Start at {@link DashboardRoutes}.
 */
@NullMarked
package io.clientele.http.dashboard;

import org.jspecify.annotations.NullMarked;
