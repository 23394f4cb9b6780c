package io.clientele.testkit.views.ledger;

/**
 * Every batch is added to the totals exactly once. Implement this contract in the test of your
 * {@link io.clientele.domain.views.ledger.ViewLedger}, as {@link DirectLedgerContract} shows for a
 * part of it.
 */
public interface ViewLedgerContract
    extends DirectLedgerContract, LedgerUnderTest, LedgerApplyContract, LedgerStagingContract {}
