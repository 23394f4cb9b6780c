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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of orders that exist. */
final class OrderWriter {
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
