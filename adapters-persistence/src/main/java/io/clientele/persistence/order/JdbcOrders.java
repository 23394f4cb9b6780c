package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.Placement;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import io.clientele.persistence.ledger.posting.TransferCombiner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Orders in PostgreSQL. Safe for use by many threads. */
public final class JdbcOrders implements Orders {
  private static final String LOCK =
      "SELECT version, payment FROM orders WHERE id = ? FOR NO KEY UPDATE";

  private static final String VERSIONS = "SELECT id, version FROM orders WHERE id = ANY (?)";
  private static final String OF_SHIPMENT = "SELECT order_id FROM shipment WHERE id = ?";

  private final Sql sql;
  private final ChangeStore changes;
  private final SubjectKeys keys;
  private final TransferCombiner combiner;
  private final PostingTransaction posting;
  private final OrderPlacing placing;
  private final OrderExpiry expiry;
  private final OrderReconciler reconciler;

  /** Orders whose transfers ride in batches of their own. */
  public JdbcOrders(Database database, ChangeStore changes) {
    this(database, changes, new TransferCombiner(database, changes));
  }

  /**
   * Orders in this database.
   *
   * @param combiner shared by all that post transfers in this process
   */
  public JdbcOrders(Database database, ChangeStore changes, TransferCombiner combiner) {
    this.sql = database.requests();
    this.changes = changes;
    this.keys = changes.subjectKeys();
    this.combiner = combiner;
    this.posting = new PostingTransaction(database, changes);
    this.placing = new OrderPlacing(keys);
    this.expiry = new OrderExpiry(database.work(), changes, posting);
    this.reconciler = new OrderReconciler(sql);
  }

  private record Locked(long version, boolean isHeld) {}

  @Override
  public Placed place(Placement placement) {
    var item = new PlacementItem(placement);
    var outcomes = combiner.post(placement.transfers(), placing, item);
    if (outcomes.contains(new Outcome.Overloaded())) {
      throw PortUnavailable.refused("orders", new TimeoutException("no decision in time"));
    }
    if (!item.isKnown()) {
      return item.end();
    }
    var order = item.order();
    return known(order.id(), order.account(), placement.demand().request())
        .orElseThrow(JdbcOrders::numberTaken);
  }

  /** Two orders drew the same random number; the client may send the second again. */
  private static PortUnavailable numberTaken() {
    return PortUnavailable.refused("orders", new IllegalStateException("the number is taken"));
  }

  @Override
  public Optional<Placed> known(OrderId id, AccountId account, String request) {
    return sql.run(connection -> placing.known(connection, id, account, request));
  }

  @Override
  public Saved save(Granted granted) {
    var order = granted.change().state();
    var stored = new Saved.Stored(order.at(order.version() + 1));
    return changes.<Saved>store(
        sql,
        granted.change(),
        order.toStore(),
        new ChangeResults<>(stored, new Saved.InProgress(), new Saved.Answered()),
        transaction -> write(transaction, granted));
  }

  private Optional<Saved> write(ChangeTransaction transaction, Granted granted)
      throws SQLException {
    var connection = transaction.connection();
    var order = granted.change().state();
    var locked =
        Sql.list(
                connection,
                LOCK,
                row -> new Locked(row.getLong(1), row.getString(2).equals("HELD")),
                order.id().value())
            .getFirst();
    if (locked.version() != order.version()) {
      return Optional.of(new Saved.Stale());
    }
    var refusal = post(connection, granted);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (locked.isHeld() && isLate(order, OrderReader.clock(connection))) {
      return Optional.of(new Saved.Stale());
    }
    new OrderWriter(connection).update(order);
    return Optional.empty();
  }

  /** A refund to a closed pocket goes to the pocket of unclaimed money. */
  private Optional<Saved> post(Connection connection, Granted granted) throws SQLException {
    var posted = posting.join(connection, granted.transfers());
    if (!posted.isWhole()
        && PlacementJudgement.refusal(posted.outcomes()) instanceof Refusal.Closed) {
      posted = posting.join(connection, Order.unclaimed(granted).transfers());
    }
    return posted.isWhole()
        ? Optional.empty()
        : Optional.of(new Saved.Refused(PlacementJudgement.refusal(posted.outcomes())));
  }

  /** Whether the hold of an order ended, or is about to, while its change was on its way. */
  private static boolean isLate(Order order, Instant now) {
    var margin = order.state().isPaid() ? Order.CONFIRMATION_MARGIN : Duration.ZERO;
    return !now.isBefore(order.expiresAt().minus(margin));
  }

  @Override
  public Optional<Found> find(OrderId id) {
    return sql.run(connection -> find(connection, List.of(id.value())));
  }

  @Override
  public Optional<Found> find(ShipmentId id) {
    return sql.run(
        connection ->
            find(
                connection,
                Sql.list(
                    connection, OF_SHIPMENT, row -> row.getObject(1, UUID.class), id.value())));
  }

  private Optional<Found> find(Connection connection, List<UUID> ids) throws SQLException {
    return ids.isEmpty()
        ? Optional.empty()
        : OrderReader.read(connection, keys, ids).stream()
            .findFirst()
            .map(found -> new Found(found.order().at(found.now()), found.now()));
  }

  @Override
  public List<Order> list(OrderQuery query) {
    return sql.run(
        connection -> {
          var ids = OrderList.ids(connection, query);
          return ids.isEmpty()
              ? List.<Order>of()
              : OrderReader.read(connection, keys, ids).stream()
                  .map(found -> found.order().at(found.now()))
                  .toList();
        });
  }

  @Override
  public Map<OrderId, Long> versions(Collection<OrderId> ids) {
    return sql.run(
        connection -> {
          var versions = new HashMap<OrderId, Long>();
          Sql.each(
              connection,
              VERSIONS,
              row -> versions.put(new OrderId(row.getObject(1, UUID.class)), row.getLong(2)),
              Sql.uuids(connection, ids.stream().map(OrderId::value).toList()));
          return versions;
        });
  }

  @Override
  public int expire(int max) {
    return expiry.expire(max);
  }

  @Override
  public OrderReconciliation reconcile() {
    return reconciler.reconcile();
  }
}
