package io.clientele.jdbc.views;

import static io.clientele.jdbc.testbed.TestDatabase.POSTGRES;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.testkit.views.ledger.DirectLedgerContract;
import java.time.InstantSource;

class SqlViewLedgerOnPostgresIT implements DirectLedgerContract {
  @Override
  public DirectViewLedger ledger() {
    return new SqlViewLedger(POSTGRES.emptied(), InstantSource.system());
  }

  @Override
  public DirectViewLedger unreachableLedger() {
    return new SqlViewLedger(POSTGRES.away(), InstantSource.system());
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    POSTGRES.whileHeld(shard, action);
  }
}
