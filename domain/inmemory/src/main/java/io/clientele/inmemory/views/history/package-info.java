/**
 * The view history and the flush log in memory. Uses the domain and the view ledger in memory.
 * Start at {@link io.clientele.inmemory.views.history.InMemoryViewHistory}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.views.history;
