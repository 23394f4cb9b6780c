/**
 * The view counter over HTTP: totals, flushes and the reconciliation. Start at {@link
 * io.clientele.http.views.ViewRoutes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.views;
