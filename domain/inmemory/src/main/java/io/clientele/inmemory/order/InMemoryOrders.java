package io.clientele.inmemory.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.Placement;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.product.Products;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryErasureVeto;
import io.clientele.inmemory.kernel.InMemoryPersonalDataEraser;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import io.clientele.inmemory.ledger.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Orders in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryOrders
    implements Orders, InMemoryErasureVeto, InMemoryPersonalDataEraser {
  private static final Comparator<Order> NEWEST_FIRST =
      Comparator.comparing(Order::placedAt).thenComparing(Order::id).reversed();

  private final OutageSwitch backing = new OutageSwitch("orders");
  private final Map<OrderId, Order> stored = new LinkedHashMap<>();
  private final Map<OrderId, String> requests = new LinkedHashMap<>();
  private final InMemoryChangeStore changes;
  private final InMemoryLedger ledger;
  private final Products products;
  private final InstantSource clock;

  /** Creates a store without orders, which books transfers in this ledger. */
  public InMemoryOrders(
      InMemoryChangeStore changes, InMemoryLedger ledger, Products products, InstantSource clock) {
    this.changes = changes;
    this.ledger = ledger;
    this.products = products;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Placed> known(OrderId id, AccountId account, String request) {
    backing.require();
    return Optional.ofNullable(stored.get(id))
        .map(
            order ->
                order.account().equals(account) && request.equals(requests.get(id))
                    ? new Placed.Replayed(order.at(now()))
                    : new Placed.Different());
  }

  @Override
  public synchronized Placed place(Placement placement) {
    backing.require();
    var order = placement.change().state();
    var known = known(order.id(), order.account(), placement.demand().request());
    if (known.isPresent()) {
      return known.get();
    }
    var checks = new PlacementChecks(products, ledger, now());
    if (!checks.isOffered(order)) {
      return new Placed.OfferChanged();
    }
    if (held(order.account()) >= placement.demand().heldMax()) {
      return new Placed.TooManyOpen();
    }
    var missing = checks.missing(placement);
    if (!missing.isEmpty()) {
      return new Placed.OutOfStock(missing);
    }
    var refusal = post(placement.transfers());
    if (refusal.isPresent()) {
      return new Placed.Refused(refusal.get());
    }
    requests.put(order.id(), placement.demand().request());
    record(placement.change());
    return new Placed.Stored(put(order));
  }

  private long held(AccountId account) {
    return stored.values().stream()
        .filter(order -> order.account().equals(account) && order.at(now()).state().isHeld())
        .count();
  }

  @Override
  public synchronized Saved save(Granted granted) {
    backing.require();
    var order = granted.change().state();
    return changes.store(
        granted.change(),
        order.toStore(),
        new InMemoryChangeStore.Results<>(
            new Saved.Stored(order.at(order.version() + 1)),
            new Saved.InProgress(),
            new Saved.Answered()),
        () -> write(granted));
  }

  private Optional<Saved> write(Granted granted) {
    var order = granted.change().state();
    var before = Objects.requireNonNull(stored.get(order.id()));
    var margin = order.state().isPaid() ? Order.CONFIRMATION_MARGIN : Duration.ZERO;
    if (before.version() != order.version()
        || before.state().isHeld() && !now().isBefore(order.expiresAt().minus(margin))) {
      return Optional.of(new Saved.Stale());
    }
    var refusal = post(granted.transfers());
    if (refusal.filter(Refusal.Closed.class::isInstance).isPresent()) {
      refusal = post(Order.unclaimed(granted).transfers());
    }
    if (refusal.isEmpty()) {
      put(order);
    }
    return refusal.<Saved>map(Saved.Refused::new);
  }

  /** Books all transfers, or returns why none is booked. */
  private Optional<Refusal> post(List<Transfer> transfers) {
    return ledger.postAll(transfers).stream()
        .filter(Outcome.Refused.class::isInstance)
        .map(outcome -> ((Outcome.Refused) outcome).refusal())
        .findFirst();
  }

  private Order put(Order order) {
    stored.put(order.id(), order.at(order.version() + 1));
    return order.at(order.version() + 1);
  }

  @Override
  public synchronized Optional<Found> find(OrderId id) {
    backing.require();
    return Optional.ofNullable(stored.get(id)).map(order -> new Found(order.at(now()), now()));
  }

  @Override
  public synchronized Optional<Found> find(ShipmentId id) {
    backing.require();
    return stored.values().stream()
        .filter(order -> order.shipments().stream().anyMatch(one -> one.id().equals(id)))
        .findFirst()
        .map(order -> new Found(order, now()));
  }

  @Override
  public synchronized List<Order> list(OrderQuery query) {
    backing.require();
    var after = query.after();
    return stored.values().stream()
        .map(order -> order.at(now()))
        .filter(query.filter()::selects)
        .filter(order -> after == null || after.precedes(order))
        .sorted(NEWEST_FIRST)
        .limit(query.limit() + 1L)
        .toList();
  }

  @Override
  public synchronized Map<OrderId, Long> versions(Collection<OrderId> ids) {
    var versions = new HashMap<OrderId, Long>();
    ids.forEach(id -> find(id).ifPresent(found -> versions.put(id, found.order().version())));
    return versions;
  }

  @Override
  public synchronized int expire(int max) {
    backing.require();
    var over =
        stored.values().stream()
            .filter(order -> order.state().isHeld() && !now().isBefore(order.expiresAt()))
            .limit(max)
            .toList();
    over.forEach(order -> giveUp((Granted) order.expire(now(), new Provenance("orders", now()))));
    return over.size();
  }

  private void giveUp(Granted granted) {
    if (post(granted.transfers()).isPresent()) {
      throw new IllegalStateException("a held order cannot be released");
    }
    record(granted.change());
    put(granted.change().state());
  }

  private void record(Change<Order> change) {
    change.events().forEach(event -> changes.record(change.act(), event, change.state().toStore()));
  }

  @Override
  public synchronized OrderReconciliation reconcile() {
    backing.require();
    return HeldOrders.of(stored.values()).reconciliation(now());
  }

  /** Cancels the held orders of an account that is closed. */
  @Override
  public synchronized Optional<Change.Veto> ask(AccountId account, Provenance by) {
    for (var order : List.copyOf(stored.values())) {
      if (order.account().equals(account) && order.state().isHeld()) {
        giveUp((Granted) order.cancel(Cancellation.whole(Cause.OPERATIONS), by.at(), by));
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void erase(AccountId account, Provenance by) {
    for (var order : List.copyOf(stored.values())) {
      if (order.account().equals(account)) {
        requests.remove(order.id());
        stored.put(order.id(), HeldOrders.withoutPersonalData(order));
      }
    }
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends what {@link #startOutage} began. */
  public void endOutage() {
    backing.endOutage();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
