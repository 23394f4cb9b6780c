package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.persistence.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the orders of a batch are judged by, as it was read once their pockets were locked. */
final class PlacementFacts {
  /**
   * Ids and numbers in use; how many lines of each order have an active product with their price
   * now, by the clock and not the snapshot; how many orders each account holds.
   */
  private static final String READ =
      """
      SELECT id FROM orders WHERE id = ANY (?);
      SELECT number FROM orders WHERE number = ANY (?);
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
      SELECT line.item, count(*)
      FROM unnest(?::integer[], ?::uuid[], ?::numeric[], ?::text[]) AS line (item, product, unit_price, currency)
      JOIN product_published_offer AS offer ON offer.id = line.product AND offer.status = 'ACTIVE'
      JOIN product_published_price AS price
        ON price.product = line.product AND price.currency = line.currency AND price.amount = line.unit_price
      CROSS JOIN clock
      WHERE price.from_at <= now AND (price.to_at IS NULL OR price.to_at > now)
      GROUP BY line.item;
      SELECT account_id, count(*) FROM orders
      WHERE account_id = ANY (?) AND payment = 'HELD' AND expires_at > clock_timestamp()
      GROUP BY account_id
      """;

  private final Set<UUID> ids = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Map<PlacementItem, Integer> offered = new HashMap<>();
  private final Map<UUID, Integer> held = new HashMap<>();

  private PlacementFacts() {}

  static PlacementFacts read(Connection connection, List<PlacementItem> items) throws SQLException {
    var orders = items.stream().map(PlacementItem::order).toList();
    var lines = new ArrayList<Line>();
    for (var i = 0; i < orders.size(); i++) {
      for (var line : orders.get(i).lines()) {
        lines.add(new Line(i, orders.get(i), line));
      }
    }
    var facts = new PlacementFacts();
    Sql.queries(
        connection,
        READ,
        List.of(
            row -> facts.ids.add(row.getObject(1, UUID.class)),
            row -> facts.numbers.add(row.getString(1)),
            row -> facts.offered.put(items.get(row.getInt(1)), row.getInt(2)),
            row -> facts.held.put(row.getObject(1, UUID.class), row.getInt(2))),
        Sql.uuids(connection, orders.stream().map(order -> order.id().value()).toList()),
        connection.createArrayOf(
            "text", orders.stream().map(order -> order.number().value()).toArray()),
        connection.createArrayOf("integer", lines.stream().map(Line::item).toArray()),
        Sql.uuids(connection, lines.stream().map(Line::product).toList()),
        connection.createArrayOf("numeric", lines.stream().map(Line::unitPrice).toArray()),
        connection.createArrayOf("text", lines.stream().map(Line::currency).toArray()),
        Sql.uuids(
            connection,
            orders.stream().map(order -> order.account().value()).collect(Collectors.toSet())));
    return facts;
  }

  private record Line(int item, Order order, OrderLine line) {
    UUID product() {
      return line.item().product().value();
    }

    BigDecimal unitPrice() {
      return new BigDecimal(line.item().unitPrice());
    }

    String currency() {
      return order.sum().currency().code().value();
    }
  }

  /** Whether another order has the id or the number. */
  boolean isKnown(Order order) {
    return ids.contains(order.id().value()) || numbers.contains(order.number().value());
  }

  /** Whether each line has an active product with this price. */
  boolean isOffered(PlacementItem item) {
    return offered.getOrDefault(item, 0) == item.order().lines().size();
  }

  int held(AccountId account) {
    return held.getOrDefault(account.value(), 0);
  }

  /** Adds an order that is booked in this batch. */
  void add(Order order) {
    ids.add(order.id().value());
    numbers.add(order.number().value());
    if (order.state().isHeld()) {
      held.merge(order.account().value(), 1, Integer::sum);
    }
  }
}
