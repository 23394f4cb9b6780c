package io.clientele.testkit.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

class InMemoryLedgerTest
    implements LedgerContract,
        LedgerHoldsContract,
        LedgerHistoryContract,
        PostingConcurrencyContract,
        TransferEventsContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, InstantSource.system());

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Pockets pockets() {
    return ledger;
  }

  @Override
  public Assets assets() {
    return assets;
  }

  @Override
  public Ledger unreachableLedger() {
    ledger.startOutage();
    return ledger;
  }

  @Override
  public List<PublishedEvent> transferEvents() {
    return changes.published();
  }

  @Override
  public AccountId account() {
    return AccountId.of(Instant.now(), new Random());
  }
}
