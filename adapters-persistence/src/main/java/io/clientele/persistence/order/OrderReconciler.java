package io.clientele.persistence.order;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.domain.order.OrderReconciliation.Money;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

/** Compares held orders with the open holds of the ledger, in one snapshot. */
final class OrderReconciler {
  private static final String COMPARE =
      """
      WITH held AS MATERIALIZED (
        SELECT id, currency, scale, total FROM orders WHERE payment = 'HELD'
      ), goods AS MATERIALIZED (
        SELECT order_id, asset, quantity FROM order_line JOIN held ON held.id = order_id
        WHERE asset IS NOT NULL
      ), wanted AS (
        SELECT owner, asset, sum(amount) AS amount
        FROM (
          SELECT 'order:' || id AS owner, currency AS asset, total AS amount FROM held WHERE total > 0
          UNION ALL
          SELECT 'order:' || order_id, asset, quantity FROM goods
        ) AS both_kinds
        GROUP BY owner, asset
      ), found AS (
        SELECT owner, asset, sum(rest) AS amount FROM ledger_published_owned_hold
        WHERE owner LIKE 'order:%' GROUP BY owner, asset
      )
      SELECT clock_timestamp(), (SELECT count(*) FROM held), (SELECT count(*) FROM goods),
        (SELECT count(*) FROM wanted FULL JOIN found USING (owner, asset)
         WHERE wanted.amount IS DISTINCT FROM found.amount),
        currency, scale, sum(total)
      FROM held RIGHT JOIN (VALUES (true)) AS one (row) ON true
      GROUP BY currency, scale ORDER BY currency
      """;

  private final Sql sql;

  OrderReconciler(Sql sql) {
    this.sql = sql;
  }

  OrderReconciliation reconcile() {
    var money = new ArrayList<Money>();
    return sql.list(
            COMPARE,
            row -> {
              var currency = row.getString(5);
              if (currency != null) {
                money.add(money(row, currency));
              }
              return new OrderReconciliation(
                  row.getLong(2),
                  money,
                  row.getLong(3),
                  row.getLong(4),
                  Timestamps.instant(row, 1));
            })
        .getLast();
  }

  private static Money money(ResultSet row, String currency) throws SQLException {
    return new Money(
        new Asset(new AssetCode(currency), row.getInt(6), Asset.Kind.MONEY),
        row.getBigDecimal(7).toBigIntegerExact());
  }
}
