package io.clientele.persistence.ledger;

import io.clientele.domain.event.Event;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.chain.TransferFeed;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.ledger.LedgerContract;
import io.clientele.testkit.ledger.LedgerHistoryContract;
import io.clientele.testkit.ledger.LedgerHoldsContract;
import io.clientele.testkit.ledger.PostingConcurrencyContract;
import io.clientele.testkit.ledger.TransferEventsContract;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The ledger on PostgreSQL, empty for each test. */
abstract class JdbcLedgerFixture
    implements LedgerContract,
        LedgerHoldsContract,
        LedgerHistoryContract,
        PostingConcurrencyContract,
        TransferEventsContract {
  final Database database = postgres().emptied();
  private final Ledger ledger = new JdbcLedger(database, TestPostgres.CHANGES);

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public Ledger ledger() {
    return ledger;
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
  public List<PublishedEvent> transferEvents() {
    return TransferFeed.of(database).events().stream().map(Event::published).toList();
  }

  @Override
  public AccountId account() {
    return AccountId.of(Instant.now(), new Random());
  }
}
