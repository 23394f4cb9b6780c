package io.clientele.testkit.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.ledger.InMemoryPrices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

class InMemoryPricesTest implements PricesContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, InstantSource.system());
  private final InMemoryPrices prices = new InMemoryPrices(changes, ledger, InstantSource.system());

  @Override
  public Prices prices() {
    return prices;
  }

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
  public AccountId account() {
    return AccountId.of(Instant.now(), new Random());
  }
}
