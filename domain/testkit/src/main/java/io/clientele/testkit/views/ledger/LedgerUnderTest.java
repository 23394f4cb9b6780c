package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.ViewLedger;

/** What a test of a {@link ViewLedger} provides; each test asks once for its ledger. */
public interface LedgerUnderTest {
  /** A fresh, empty ledger of 2 shards at least. Where tests share a server: its tables emptied. */
  ViewLedger ledger();

  /**
   * A ledger whose server cannot be reached: stopped, or on a port without a server. A call must
   * end within seconds.
   */
  ViewLedger ledgerAway();

  /**
   * Runs the action while another transaction holds this shard of {@link #ledger}, as another
   * instance does that applies a batch to it: {@code SELECT … FOR UPDATE} on a connection of its
   * own.
   */
  void whileHeld(Shard shard, Runnable action);
}
