package io.clientele.persistence;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewLedger;
import io.clientele.testkit.ViewLedgerContract;

class JdbcViewLedgerIT implements ViewLedgerContract {
  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(postgres().emptied());
  }

  @Override
  public ViewLedger ledgerAway() {
    return new JdbcViewLedger(Postgres.away());
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
