package io.clientele.jdbc.views;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.testkit.views.ledger.DirectLedgerContract;
import java.time.InstantSource;

// @start region="contract" :
class SqlViewLedgerOnSqliteTest implements DirectLedgerContract {
  @Override
  public DirectViewLedger ledger() {
    return new SqlViewLedger(SQLITE.emptied(), InstantSource.system());
  }

  @Override
  public DirectViewLedger unreachableLedger() {
    return new SqlViewLedger(SQLITE.away(), InstantSource.system());
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    SQLITE.whileHeld(shard, action);
  }
}
// @end
