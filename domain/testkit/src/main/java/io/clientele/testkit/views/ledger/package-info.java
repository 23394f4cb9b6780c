/**
 * The contract of the view ledger.
 *
 * <p>Start at {@link io.clientele.testkit.views.ledger.ViewLedgerContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.ledger;
