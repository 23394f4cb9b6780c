package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import io.clientele.domain.ledger.price.Price;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Prices in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryPrices implements Prices {
  private final List<Price> prices = new ArrayList<>();
  private final InMemoryChangeStore changes;
  private final InMemoryLedger ledger;
  private final InstantSource clock;

  /** Appends its audit entries through {@code changes}; values the pockets of this ledger. */
  public InMemoryPrices(InMemoryChangeStore changes, InMemoryLedger ledger, InstantSource clock) {
    this.changes = changes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public synchronized Recorded add(Change<Price> recorded) {
    var price = recorded.state();
    var known =
        find(price.asset(), price.quote(), price.at()).filter(one -> one.at().equals(price.at()));
    if (known.isPresent()) {
      return known.get().equals(price) ? Recorded.SAME : Recorded.DIFFERENT;
    }
    return changes.store(
        recorded,
        ChangeSubject.named("asset:" + price.asset()),
        InMemoryChangeStore.Results.withoutKey(Recorded.STORED),
        () -> {
          ledger.rows();
          prices.add(price);
          return Optional.empty();
        });
  }

  @Override
  public synchronized Portfolio portfolio(AccountId account, Asset quote) {
    var now = clock.instant();
    var sums = new TreeMap<AssetCode, Holding>();
    synchronized (ledger) {
      for (var pocket : ledger.rows().pockets()) {
        if (account.equals(pocket.owner())) {
          sums.merge(pocket.asset().code(), holding(pocket, quote, now), InMemoryPrices::sum);
        }
      }
    }
    return new Portfolio(quote, List.copyOf(sums.values()), now);
  }

  private Holding holding(Pocket pocket, Asset quote, Instant now) {
    var balance = Objects.requireNonNull(ledger.balances(List.of(pocket.id())).get(pocket.id()));
    var asset = pocket.asset();
    if (asset.equals(quote)) {
      return new Holding(asset, balance.posted(), balance.held(), BigDecimal.ONE, now);
    }
    var price = find(asset.code(), quote.code(), now);
    return new Holding(
        asset,
        balance.posted(),
        balance.held(),
        price.map(Price::value).orElse(null),
        price.map(Price::at).orElse(null));
  }

  private static Holding sum(Holding one, Holding other) {
    return new Holding(
        one.asset(),
        one.posted().add(other.posted()),
        one.held().add(other.held()),
        one.price(),
        one.priceAsOf());
  }

  /** The newest price that is not after this instant. */
  private Optional<Price> find(AssetCode asset, AssetCode quote, Instant at) {
    return prices.stream()
        .filter(price -> price.asset().equals(asset) && price.quote().equals(quote))
        .filter(price -> !price.at().isAfter(at))
        .max((one, other) -> one.at().compareTo(other.at()));
  }
}
