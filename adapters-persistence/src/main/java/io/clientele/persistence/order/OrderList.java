package io.clientele.persistence.order;

import io.clientele.domain.order.OrderQuery;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the ids of a page of orders. An order whose hold is over is cancelled and released. */
final class OrderList {
  private static final String BEGIN = "SELECT id FROM orders WHERE true";
  private static final String IS_OVER = "(payment = 'HELD' AND expires_at <= clock_timestamp())";
  private static final String END = " ORDER BY placed_at DESC, id DESC LIMIT ?";

  private final StringBuilder where = new StringBuilder(BEGIN);
  private final List<Object> binds = new ArrayList<>();

  private OrderList() {}

  /** Returns one id more than the page has, if there are more. */
  static List<UUID> ids(Connection connection, OrderQuery query) throws SQLException {
    var list = new OrderList();
    list.select(query.filter());
    var after = query.after();
    if (after != null) {
      list.and("(placed_at, id) < (?, ?)", Timestamps.of(after.placedAt()), after.id().value());
    }
    list.binds.add(query.limit() + 1);
    return Sql.list(
        connection, list.where + END, row -> row.getObject(1, UUID.class), list.binds.toArray());
  }

  private void select(OrderQuery.Filter filter) {
    if (filter.account() != null) {
      and("account_id = ?", filter.account().value());
    }
    if (filter.number() != null) {
      and("number = ?", filter.number().value());
    }
    andShown("status", filter.status(), "CANCELLED");
    andShown("payment", filter.payment(), "RELEASED");
    if (filter.fulfilment() != null) {
      and("fulfilment = ?", filter.fulfilment().name());
    }
    andTime("placed_at >= ?", filter.from());
    andTime("placed_at < ?", filter.to());
  }

  /** Selects by a value that is another one from the end of the hold on. */
  private void andShown(String column, @Nullable Enum<?> value, String whenOver) {
    if (value != null && value.name().equals(whenOver)) {
      and("(" + column + " = ? OR " + IS_OVER + ")", value.name());
    } else if (value != null) {
      and(column + " = ? AND NOT " + IS_OVER, value.name());
    }
  }

  private void andTime(String condition, @Nullable Instant at) {
    if (at != null) {
      and(condition, Timestamps.of(at));
    }
  }

  private void and(String condition, Object... values) {
    where.append(" AND ").append(condition);
    binds.addAll(List.of(values));
  }
}
