package io.clientele.testkit.views.ledger;

/**
 * Every batch of a direct writer is added to the totals exactly once. Implement this contract in
 * the test of your {@link io.clientele.domain.views.ledger.DirectViewLedger}, if it has no staging
 * before it; otherwise implement {@link ViewLedgerContract}:
 *
 * {@snippet file="io/clientele/jdbc/views/SqlViewLedgerOnSqliteTest.java" region="contract" :
 * class SqlViewLedgerOnSqliteTest implements DirectLedgerContract {
 *   @Override
 *   public DirectViewLedger ledger() {
 *     return new SqlViewLedger(SQLITE.emptied(), InstantSource.system());
 *   }
 *
 *   @Override
 *   public DirectViewLedger unreachableLedger() {
 *     return new SqlViewLedger(SQLITE.away(), InstantSource.system());
 *   }
 *
 *   @Override
 *   public void whileHeld(Shard shard, Runnable action) {
 *     SQLITE.whileHeld(shard, action);
 *   }
 * }
 * }
 */
public interface DirectLedgerContract
    extends LedgerTotalsContract,
        LedgerConcurrencyContract,
        LedgerDirectContract,
        LedgerWritersContract,
        LedgerRemovedWritersContract,
        LedgerMarksContract,
        LedgerRandomCallsContract {}
