package io.clientele.testkit.views.ledger;

/**
 * Every batch is added to the totals exactly once. Implement this contract in the test of your
 * {@link io.clientele.domain.views.ledger.ViewLedger}:
 *
 * <pre>{@code
 * class JdbcViewLedgerIT implements ViewLedgerContract {
 *   private static final Server SERVER = Server.started(); // once for all tests of the class
 *
 *   @Override
 *   public ViewLedger ledger() {
 *     SERVER.emptied(); // the rows of the shards stay, with sums of 0
 *     return new JdbcViewLedger(SERVER.dataSource());
 *   }
 *
 *   @Override
 *   public ViewLedger unreachableLedger() {
 *     return new JdbcViewLedger(Server.thatNobodyStarted().dataSource());
 *   }
 *
 *   @Override
 *   public List<QuarantinedBatch> quarantined() {
 *     return SERVER.quarantinedBatches();
 *   }
 *
 *   @Override
 *   public void whileHeld(Shard shard, Runnable action) {
 *     SERVER.inTransaction("SELECT FROM view_shard WHERE shard = ? FOR UPDATE", shard, action);
 *   }
 * }
 * }</pre>
 */
public interface ViewLedgerContract
    extends DirectLedgerContract, LedgerUnderTest, LedgerApplyContract, LedgerStagingContract {}
