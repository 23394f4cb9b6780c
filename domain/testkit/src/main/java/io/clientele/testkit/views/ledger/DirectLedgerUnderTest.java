package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.DirectViewLedger;

/**
 * The ledgers that a test of a {@link DirectViewLedger} provides. Each test calls {@link #ledger}
 * once.
 */
public interface DirectLedgerUnderTest {
  /** A fresh, empty ledger of at least 2 shards. If tests share a server, empty its tables. */
  DirectViewLedger ledger();

  /**
   * A ledger of an unreachable server: stopped, or on a port without a server. A call must end
   * within seconds.
   */
  DirectViewLedger unreachableLedger();

  /**
   * Runs the action while another transaction locks this shard of {@link #ledger}, as another
   * instance that applies a batch: {@code SELECT … FOR UPDATE} on a separate connection.
   */
  void whileHeld(Shard shard, Runnable action);
}
