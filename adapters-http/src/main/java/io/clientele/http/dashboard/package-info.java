/**
 * Serves the files of the two pages, whose sources are in {@code adapters-http/dashboard}: the
 * Admin Dashboard, and the store's page for customers. Uses route, exchange and security. Start at
 * {@link DashboardRoutes} and {@link StorePageRoutes}.
 */
@NullMarked
package io.clientele.http.dashboard;

import org.jspecify.annotations.NullMarked;
