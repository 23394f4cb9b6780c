/**
 * The contract and the in-memory implementation of the view ledger.
 *
 * <p>Start at {@link io.clientele.testkit.views.ledger.ViewLedgerContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.ledger;
