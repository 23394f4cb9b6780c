package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.order.summary.OrderSummary;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Summaries of orders in PostgreSQL. Safe for use by many threads. */
public final class JdbcOrderSummaries implements OrderSummaries {
  private static final UUID BEGIN = new UUID(0, 0);

  /** An order whose hold is over by the clock is shown as the expiry will leave it. */
  private static final String LIST =
      """
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
      page AS (
        SELECT order_summary.*, payment = 'HELD' AND expires_at <= now AS is_over
        FROM order_summary CROSS JOIN clock
        WHERE account_id = ? AND (?::timestamptz IS NULL OR (placed_at, order_id) < (?, ?::uuid))
        ORDER BY placed_at DESC, order_id DESC
        LIMIT ?
      )
      SELECT order_id, number,
        CASE WHEN is_over THEN 'CANCELLED' ELSE status END,
        CASE WHEN is_over THEN 'RELEASED' ELSE payment END,
        fulfilment,
        CASE WHEN is_over THEN 'EXPIRED' ELSE cause END,
        currency, scale, total, refunded, placed_at, expires_at, line_count, title
      FROM page ORDER BY placed_at DESC, order_id DESC
      """;

  private static final String PUT =
      """
      INSERT INTO order_summary (order_id, version, account_id, number, status, payment, fulfilment, cause,
        currency, scale, total, refunded, placed_at, expires_at, line_count, title)
      SELECT order_id, version, account_id, number, status, payment, fulfilment, cause, currency, scale, total,
        refunded, placed_at, expires_at, line_count, title
      FROM order_summary_truth WHERE order_id = ANY (?)
      ON CONFLICT (order_id) DO UPDATE SET version = excluded.version, account_id = excluded.account_id,
        number = excluded.number, status = excluded.status, payment = excluded.payment,
        fulfilment = excluded.fulfilment, cause = excluded.cause, currency = excluded.currency,
        scale = excluded.scale, total = excluded.total, refunded = excluded.refunded,
        placed_at = excluded.placed_at, expires_at = excluded.expires_at, line_count = excluded.line_count,
        title = excluded.title
      """;

  /** The locks let a command that changes one of the orders write its summary before or after. */
  private static final String LOCK =
      "SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT ? FOR NO KEY UPDATE";

  private final Sql requests;
  private final Sql work;

  public JdbcOrderSummaries(Database database) {
    this.requests = database.requests();
    this.work = database.work();
  }

  /** Writes the summaries of orders, whose rows are locked or new, from the rows. */
  static void put(Connection connection, Collection<UUID> orders) throws SQLException {
    Sql.update(connection, PUT, Sql.uuids(connection, orders));
  }

  @Override
  public List<OrderSummary> list(
      AccountId account, OrderQuery.@Nullable Position after, int limit) {
    var at = after == null ? null : Timestamps.of(after.placedAt());
    var id = after == null ? null : after.id().value();
    return requests.list(LIST, JdbcOrderSummaries::summary, account.value(), at, at, id, limit + 1);
  }

  private static OrderSummary summary(ResultSet row) throws SQLException {
    var cause = row.getString(6);
    var currency = new Asset(new AssetCode(row.getString(7)), row.getInt(8), Asset.Kind.MONEY);
    return new OrderSummary(
        new OrderId(row.getObject(1, UUID.class)),
        new OrderNumber(row.getString(2)),
        new OrderState(
            OrderState.Status.valueOf(row.getString(3)),
            OrderState.Payment.valueOf(row.getString(4)),
            OrderState.Fulfilment.valueOf(row.getString(5)),
            cause == null ? null : OrderState.Cause.valueOf(cause),
            null),
        new OrderSum(
            currency,
            row.getBigDecimal(9).toBigIntegerExact(),
            row.getBigDecimal(10).toBigIntegerExact()),
        Timestamps.instant(row, 11),
        Timestamps.instant(row, 12),
        row.getInt(13),
        row.getString(14));
  }

  @Override
  public @Nullable OrderId rebuild(@Nullable OrderId after) {
    return work.<@Nullable OrderId>transaction(
        connection -> {
          var from = after == null ? BEGIN : after.value();
          var page =
              Sql.list(connection, LOCK, row -> row.getObject(1, UUID.class), from, REBUILD_MAX);
          put(connection, page);
          return page.isEmpty() ? null : new OrderId(page.getLast());
        });
  }
}
