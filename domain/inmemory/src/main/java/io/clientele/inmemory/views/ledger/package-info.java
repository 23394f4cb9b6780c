/**
 * The view ledger in memory. Uses the domain. Start at {@link
 * io.clientele.inmemory.views.ledger.InMemoryViewLedger}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.views.ledger;
