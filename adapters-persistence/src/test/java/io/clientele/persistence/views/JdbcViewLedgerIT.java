package io.clientele.persistence.views;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ledger.ViewLedgerContract;

class JdbcViewLedgerIT implements ViewLedgerContract {
  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(postgres().emptied());
  }

  @Override
  public ViewLedger unreachableLedger() {
    return new JdbcViewLedger(TestPostgres.away());
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    postgres()
        .shared()
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              action.run();
              return shard;
            });
  }
}
