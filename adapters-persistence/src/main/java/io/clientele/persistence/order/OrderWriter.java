package io.clientele.persistence.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.Shipment;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of orders. */
final class OrderWriter {
  private static final String INSERT =
      """
      INSERT INTO orders (id, version, number, account_id, status, payment, fulfilment, currency, scale,
        total, refunded, placed_at, expires_at, digest, address)
      VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_LINES =
      """
      INSERT INTO order_line (order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price,
        price_at, shipped, returned, cancelled)
      SELECT ?, line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at, shipped, 0, 0
      FROM unnest(?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::numeric[],
        ?::numeric[], ?::timestamptz[], ?::numeric[])
        AS made (line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at, shipped)
      """;

  private static final String UPDATE =
      """
      UPDATE orders SET version = version + 1, status = ?, payment = ?, fulfilment = ?, cause = ?, reason = ?,
        refunded = ?
      WHERE id = ?
      """;

  private static final String UPDATE_LINES =
      """
      UPDATE order_line SET shipped = changed.shipped, returned = changed.returned, cancelled = changed.cancelled
      FROM unnest(?::smallint[], ?::numeric[], ?::numeric[], ?::numeric[])
        AS changed (line, shipped, returned, cancelled)
      WHERE order_id = ? AND order_line.line = changed.line
        AND (order_line.shipped, order_line.returned, order_line.cancelled)
          IS DISTINCT FROM (changed.shipped, changed.returned, changed.cancelled)
      """;

  private static final String PUT_SHIPMENT =
      """
      INSERT INTO shipment (id, version, order_id, lines, units, carrier, tracking, status, packed_at, shipped_at,
        ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, carrier = excluded.carrier,
        tracking = excluded.tracking, status = excluded.status, shipped_at = excluded.shipped_at,
        ended_at = excluded.ended_at
      WHERE shipment.version < excluded.version
      """;

  private final Connection connection;

  OrderWriter(Connection connection) {
    this.connection = connection;
  }

  /** What of a new order only the account's key can read. */
  static final class Secrets {
    private final byte @Nullable [] digest;
    private final byte @Nullable [] address;

    /**
     * Creates the secrets.
     *
     * @param digest null if the account's key is destroyed
     * @param address null if there is none
     */
    Secrets(byte @Nullable [] digest, byte @Nullable [] address) {
      this.digest = digest;
      this.address = address;
    }
  }

  /** Writes the row of a new order; returns false if its id or number is in use. */
  boolean insert(Order order, Secrets secrets) throws SQLException {
    var state = order.state();
    return Sql.update(
            connection,
            INSERT,
            order.id().value(),
            order.number().value(),
            order.account().value(),
            state.status().name(),
            state.payment().name(),
            state.fulfilment().name(),
            order.sum().currency().code().value(),
            order.sum().currency().scale(),
            new BigDecimal(order.sum().total()),
            new BigDecimal(order.sum().refunded()),
            Timestamps.of(order.placedAt()),
            Timestamps.of(order.expiresAt()),
            secrets.digest,
            secrets.address)
        == 1;
  }

  /** Writes the lines of a new order, and its summary. */
  void insertLines(Order order) throws SQLException {
    var lines = order.lines();
    Sql.update(
        connection,
        INSERT_LINES,
        order.id().value(),
        array("smallint", lines, line -> (short) line.number()),
        array("uuid", lines, line -> line.item().product().value()),
        array("text", lines, line -> line.item().sku()),
        array("text", lines, line -> line.item().title()),
        array("text", lines, line -> line.item().kind().name()),
        array(
            "text",
            lines,
            line -> Optional.ofNullable(line.item().asset()).map(Object::toString).orElse(null)),
        array("smallint", lines, line -> (short) line.item().scale()),
        numerics(lines, OrderLine::quantity),
        numerics(lines, line -> line.item().unitPrice()),
        array("timestamptz", lines, line -> Timestamps.of(line.item().priceAt())),
        numerics(lines, OrderLine::shipped));
    JdbcOrderSummaries.put(connection, List.of(order.id().value()));
  }

  /** Writes an order whose row is locked. */
  void update(Order order) throws SQLException {
    updateState(order);
    var lines = order.lines();
    Sql.update(
        connection,
        UPDATE_LINES,
        array("smallint", lines, line -> (short) line.number()),
        numerics(lines, OrderLine::shipped),
        numerics(lines, OrderLine::returned),
        numerics(lines, OrderLine::cancelled),
        order.id().value());
    for (var shipment : order.shipments()) {
      put(order, shipment);
    }
    JdbcOrderSummaries.put(connection, List.of(order.id().value()));
  }

  /** Writes the states of orders whose rows are locked and whose lines do not change. */
  void updateStates(List<Order> orders) throws SQLException {
    for (var order : orders) {
      updateState(order);
    }
    JdbcOrderSummaries.put(connection, orders.stream().map(order -> order.id().value()).toList());
  }

  private void updateState(Order order) throws SQLException {
    OrderState state = order.state();
    var cause = state.cause();
    Sql.update(
        connection,
        UPDATE,
        state.status().name(),
        state.payment().name(),
        state.fulfilment().name(),
        cause == null ? null : cause.name(),
        state.reason(),
        new BigDecimal(order.sum().refunded()),
        order.id().value());
  }

  private void put(Order order, Shipment shipment) throws SQLException {
    var shippedAt = shipment.shippedAt();
    var endedAt = shipment.endedAt();
    Sql.update(
        connection,
        PUT_SHIPMENT,
        shipment.id().value(),
        shipment.version(),
        order.id().value(),
        array("smallint", shipment.lines(), part -> (short) part.line()),
        numerics(shipment.lines(), LineUnits::units),
        shipment.carriage().carrier(),
        shipment.carriage().tracking(),
        shipment.status().name(),
        Timestamps.of(shipment.packedAt()),
        shippedAt == null ? null : Timestamps.of(shippedAt),
        endedAt == null ? null : Timestamps.of(endedAt));
  }

  private <T> Array numerics(List<T> rows, Function<T, BigInteger> column) throws SQLException {
    return array("numeric", rows, row -> new BigDecimal(column.apply(row)));
  }

  private <T> Array array(String type, List<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }
}
