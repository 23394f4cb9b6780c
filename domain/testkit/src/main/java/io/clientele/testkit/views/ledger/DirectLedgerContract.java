package io.clientele.testkit.views.ledger;

/**
 * Every batch of a direct writer is added to the totals exactly once. Implement this contract in
 * the test of your {@link io.clientele.domain.views.ledger.DirectViewLedger}, if it has no staging
 * before it; otherwise implement {@link ViewLedgerContract}.
 */
public interface DirectLedgerContract
    extends LedgerTotalsContract,
        LedgerConcurrencyContract,
        LedgerDirectContract,
        LedgerWritersContract,
        LedgerRemovedWritersContract,
        LedgerMarksContract,
        LedgerRandomCallsContract {}
