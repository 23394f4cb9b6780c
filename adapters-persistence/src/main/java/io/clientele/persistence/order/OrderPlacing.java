package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.order.Placement;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.PostingTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Places an order in a transaction: its row is inserted first, so that of two equal ids one waits
 * and finds the other; then the transfers lock the pockets; then products, prices and the number of
 * held orders are judged; then the rest is written.
 */
final class OrderPlacing {
  /** Whether a known order is of this account and has this digest. */
  private static final String KNOWN =
      "SELECT account_id = ? AND coalesce(digest = ?::bytea, false) FROM orders WHERE id = ?";

  /**
   * The lines whose product is active and has this price now, by the clock and not the snapshot.
   */
  private static final String OFFERED =
      """
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
      SELECT count(*)
      FROM unnest(?::uuid[], ?::numeric[]) AS line (product, unit_price)
      JOIN product_published_offer AS offer ON offer.id = line.product AND offer.status = 'ACTIVE'
      JOIN product_published_price AS price
        ON price.product = line.product AND price.currency = ? AND price.amount = line.unit_price
      CROSS JOIN clock
      WHERE price.from_at <= now AND (price.to_at IS NULL OR price.to_at > now)
      """;

  private static final String HELD =
      """
      SELECT count(*) FROM orders
      WHERE account_id = ? AND payment = 'HELD' AND expires_at > clock_timestamp() AND id <> ?
      """;

  private final OrderSecrets secrets;
  private final SubjectKeys keys;
  private final PostingTransaction posting;

  OrderPlacing(SubjectKeys keys, PostingTransaction posting) {
    this.secrets = new OrderSecrets(keys);
    this.keys = keys;
    this.posting = posting;
  }

  Placed place(ChangeTransaction transaction, Placement placement) throws SQLException {
    var connection = transaction.connection();
    var order = placement.change().state();
    var writer = new OrderWriter(connection);
    if (!writer.insert(order, secrets.of(connection, order, placement.demand().request()))) {
      return known(connection, order.id(), order.account(), placement.demand().request())
          .orElseThrow(OrderPlacing::numberTaken);
    }
    var posted = posting.join(connection, placement.transfers());
    if (!isOffered(connection, order)) {
      return new Placed.OfferChanged();
    }
    if (held(connection, order) >= placement.demand().heldMax()) {
      return new Placed.TooManyOpen();
    }
    if (!posted.isWhole()) {
      return refused(placement, posted);
    }
    writer.insertLines(order);
    for (var event : placement.change().events()) {
      transaction.append(placement.change().act(), event, order.toStore());
    }
    return new Placed.Stored(order.at(1));
  }

  /** Empty for an id that is not known. */
  Optional<Placed> known(Connection connection, OrderId id, AccountId account, String request)
      throws SQLException {
    var known =
        Sql.list(
            connection,
            KNOWN,
            row -> row.getBoolean(1),
            account.value(),
            secrets.digest(connection, account, request),
            id.value());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(known.getFirst() ? replayed(connection, id) : new Placed.Different());
  }

  private Placed replayed(Connection connection, OrderId id) throws SQLException {
    var found = OrderReader.read(connection, keys, List.of(id.value())).getFirst();
    return new Placed.Replayed(found.order().at(found.now()));
  }

  /** Two orders drew the same random number; the client may send the second again. */
  private static PortUnavailable numberTaken() {
    return PortUnavailable.refused("orders", new IllegalStateException("the number is taken"));
  }

  private static boolean isOffered(Connection connection, Order order) throws SQLException {
    var lines = order.lines();
    var offered =
        Sql.list(
            connection,
            OFFERED,
            row -> row.getInt(1),
            Sql.uuids(
                connection, lines.stream().map(line -> line.item().product().value()).toList()),
            connection.createArrayOf(
                "numeric",
                lines.stream().map(line -> new BigDecimal(line.item().unitPrice())).toArray()),
            order.sum().currency().code().value());
    return offered.getFirst() == lines.size();
  }

  private static int held(Connection connection, Order order) throws SQLException {
    return Sql.list(
            connection, HELD, row -> row.getInt(1), order.account().value(), order.id().value())
        .getFirst();
  }

  private static Placed refused(Placement placement, PostingTransaction.Joined posted) {
    var missing = missing(placement, posted.pockets());
    return missing.isEmpty()
        ? new Placed.Refused(refusal(posted.outcomes()))
        : new Placed.OutOfStock(missing);
  }

  /** Every stocked line whose pocket has too little; the ledger names the first only. */
  private static List<Integer> missing(Placement placement, Map<PocketId, PocketState> pockets) {
    var hold = (Instruction.Hold) placement.transfers().getFirst().instruction();
    var missing = new ArrayList<Integer>();
    var leg = 0;
    for (var line : placement.change().state().lines()) {
      if (line.item().isStocked()) {
        var payer = Objects.requireNonNull(pockets.get(hold.legs().get(leg).from()));
        if (payer.posted().subtract(payer.held()).compareTo(line.quantity()) < 0) {
          missing.add(line.number() - 1);
        }
        leg++;
      }
    }
    return missing;
  }

  /** The first refusal of outcomes that are not whole. */
  static Refusal refusal(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Refused.class::isInstance)
        .map(outcome -> ((Outcome.Refused) outcome).refusal())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the transfers of an order are known otherwise"));
  }
}
