/**
 * Stores totals of views for direct writers. Uses the domain and transactions. Start at {@link
 * io.clientele.jdbc.views.SqlViewLedger}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.views;
