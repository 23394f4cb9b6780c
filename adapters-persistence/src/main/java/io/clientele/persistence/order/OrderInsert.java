package io.clientele.persistence.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of many new orders and their summaries, in three statements. */
final class OrderInsert {
  private static final String INSERT =
      """
      INSERT INTO orders (id, version, number, account_id, status, payment, fulfilment, currency, scale,
        total, refunded, placed_at, expires_at, digest, address)
      SELECT id, 1, number, account_id, status, payment, fulfilment, currency, scale, total, refunded, placed_at,
        expires_at, digest, address
      FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
        ?::numeric[], ?::numeric[], ?::timestamptz[], ?::timestamptz[], ?::bytea[], ?::bytea[])
        AS made (id, number, account_id, status, payment, fulfilment, currency, scale, total, refunded, placed_at,
          expires_at, digest, address)
      ORDER BY id
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_LINES =
      """
      INSERT INTO order_line (order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price,
        price_at, shipped, returned, cancelled)
      SELECT order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at, shipped, 0, 0
      FROM unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
        ?::numeric[], ?::numeric[], ?::timestamptz[], ?::numeric[])
        AS made (order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at, shipped)
      """;

  private final Connection connection;
  private final OrderSecrets secrets;

  OrderInsert(Connection connection, OrderSecrets secrets) {
    this.connection = connection;
    this.secrets = secrets;
  }

  /** Writes new orders; returns false if an id or number of them is in use. */
  boolean insert(List<PlacementItem> items) throws SQLException {
    var orders = items.stream().map(PlacementItem::order).toList();
    if (insertOrders(items, orders) < orders.size()) {
      return false;
    }
    insertLines(orders);
    JdbcOrderSummaries.put(connection, orders.stream().map(order -> order.id().value()).toList());
    return true;
  }

  private int insertOrders(List<PlacementItem> items, List<Order> orders) throws SQLException {
    var sealed = secrets.of(connection, items);
    return Sql.update(
        connection,
        INSERT,
        array("uuid", orders, order -> order.id().value()),
        array("text", orders, order -> order.number().value()),
        array("uuid", orders, order -> order.account().value()),
        array("text", orders, order -> order.state().status().name()),
        array("text", orders, order -> order.state().payment().name()),
        array("text", orders, order -> order.state().fulfilment().name()),
        array("text", orders, order -> order.sum().currency().code().value()),
        array("smallint", orders, order -> (short) order.sum().currency().scale()),
        numerics(orders, order -> order.sum().total()),
        numerics(orders, order -> order.sum().refunded()),
        array("timestamptz", orders, order -> Timestamps.of(order.placedAt())),
        array("timestamptz", orders, order -> Timestamps.of(order.expiresAt())),
        connection.createArrayOf("bytea", sealed.digests()),
        connection.createArrayOf("bytea", sealed.addresses()));
  }

  private void insertLines(List<Order> orders) throws SQLException {
    var lines = new ArrayList<Line>();
    for (var order : orders) {
      order.lines().forEach(line -> lines.add(new Line(order, line)));
    }
    Sql.update(
        connection,
        INSERT_LINES,
        array("uuid", lines, line -> line.order().id().value()),
        array("smallint", lines, line -> (short) line.of().number()),
        array("uuid", lines, line -> line.of().item().product().value()),
        array("text", lines, line -> line.of().item().sku()),
        array("text", lines, line -> line.of().item().title()),
        array("text", lines, line -> line.of().item().kind().name()),
        array("text", lines, Line::asset),
        array("smallint", lines, line -> (short) line.of().item().scale()),
        numerics(lines, line -> line.of().quantity()),
        numerics(lines, line -> line.of().item().unitPrice()),
        array("timestamptz", lines, line -> Timestamps.of(line.of().item().priceAt())),
        numerics(lines, line -> line.of().shipped()));
  }

  private record Line(Order order, OrderLine of) {
    @Nullable String asset() {
      var asset = of.item().asset();
      return asset == null ? null : asset.toString();
    }
  }

  private <T> Array numerics(List<T> rows, Function<T, BigInteger> column) throws SQLException {
    return array("numeric", rows, row -> new BigDecimal(column.apply(row)));
  }

  private <T> Array array(String type, List<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }
}
