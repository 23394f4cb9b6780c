package io.clientele.persistence.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.ledger.PricesContract;
import java.time.Instant;
import java.util.Random;

class JdbcPricesIT implements PricesContract {
  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Prices prices() {
    return new JdbcPrices(database, TestPostgres.CHANGES);
  }

  @Override
  public Ledger ledger() {
    return new JdbcLedger(database, TestPostgres.CHANGES);
  }

  @Override
  public Pockets pockets() {
    return new JdbcPockets(database, TestPostgres.CHANGES);
  }

  @Override
  public Assets assets() {
    return new JdbcAssets(database, TestPostgres.CHANGES);
  }

  @Override
  public Ledger unreachableLedger() {
    return new JdbcLedger(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Override
  public AccountId account() {
    return AccountId.of(Instant.now(), new Random());
  }
}
