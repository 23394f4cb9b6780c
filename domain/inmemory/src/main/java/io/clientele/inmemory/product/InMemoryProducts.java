package io.clientele.inmemory.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.product.PriceList;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductEvent;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPage;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.Products;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Products in memory, for tests and demos. A list reads every product. */
public final class InMemoryProducts implements Products {
  private static final InMemoryChangeStore.Results<Saved> RESULTS =
      new InMemoryChangeStore.Results<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final OutageSwitch backing = new OutageSwitch("products");
  private final Map<ProductId, Product> stored = new HashMap<>();
  private final InMemoryChangeStore changes;
  private final InMemoryAssets assets;
  private final InMemoryLedger ledger;
  private final InstantSource clock;

  /** Stores its changes through {@code changes}; opens the pockets of products in this ledger. */
  public InMemoryProducts(
      InMemoryChangeStore changes,
      InMemoryAssets assets,
      InMemoryLedger ledger,
      InstantSource clock) {
    this.changes = changes;
    this.assets = assets;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public synchronized Saved save(Change<Product> change) {
    backing.require();
    return changes.store(change, change.state().toStore(), RESULTS, () -> write(change));
  }

  @Override
  public synchronized Optional<Product> find(ProductId id) {
    backing.require();
    return Optional.ofNullable(stored.get(id)).map(this::withoutPastPrices);
  }

  @Override
  public synchronized Map<ProductId, Product> findAll(Collection<ProductId> ids) {
    var found = new HashMap<ProductId, Product>();
    for (var id : ids) {
      find(id).ifPresent(product -> found.put(id, product));
    }
    return found;
  }

  @Override
  public synchronized ProductPage list(ProductQuery query) {
    backing.require();
    return new ProductSelection(query)
        .page(stored.values().stream().map(this::withoutPastPrices).toList());
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends what {@link #startOutage} began. */
  public void endOutage() {
    backing.endOutage();
  }

  private Optional<Saved> write(Change<Product> change) {
    var state = change.state();
    var before = stored.get(state.id());
    if ((before == null ? 0 : before.version()) != state.version()) {
      return Optional.of(Saved.STALE);
    }
    if (before == null) {
      return create(change);
    }
    var prices = before.prices();
    for (var event : change.events()) {
      if (event instanceof ProductEvent.Priced priced) {
        var after = prices.add(priced.added());
        if (after.isEmpty() || !after.get().ended().equals(Optional.ofNullable(priced.ended()))) {
          return Optional.of(Saved.PRICE_OVERLAPS);
        }
        prices = after.get().after();
      }
    }
    put(state, prices);
    return Optional.empty();
  }

  private Optional<Saved> create(Change<Product> change) {
    var state = change.state();
    if (stored.values().stream().anyMatch(other -> other.sku().equals(state.sku()))) {
      return Optional.of(Saved.SKU_TAKEN);
    }
    var definition = state.definition(change.act());
    if (definition.isPresent() && assets.add(definition.get()) != Assets.Added.STORED) {
      return Optional.of(Saved.SKU_TAKEN);
    }
    state.openings(change.act()).forEach(ledger::open);
    put(state, state.prices());
    return Optional.empty();
  }

  private void put(Product state, PriceList prices) {
    stored.put(state.id(), with(state, prices).at(state.version() + 1));
  }

  private Product withoutPastPrices(Product product) {
    var now = clock.instant();
    var left = product.prices().prices().stream().filter(price -> !isOver(price, now)).toList();
    return with(product, new PriceList(left));
  }

  private static boolean isOver(ProductPrice price, Instant now) {
    return price.to() != null && !price.to().isAfter(now);
  }

  private static Product with(Product product, PriceList prices) {
    return new Product(
        product.id(),
        product.sku(),
        product.unit(),
        product.details(),
        product.status(),
        prices,
        product.createdAt(),
        product.updatedAt(),
        product.version());
  }
}
