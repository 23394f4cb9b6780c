package io.clientele.persistence.product;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ranking of products in PostgreSQL. Sums and sorts the views of all products on request, which
 * may take longer than a request's time limit: products are few beside accounts.
 */
public final class JdbcProductRanking implements ProductRanking {
  private static final String EVER = "SELECT product, views FROM views_published_product_total";

  private static final String WITHIN =
      """
      SELECT product, sum(views) AS views
      FROM (
        SELECT product, views FROM views_published_product_hour WHERE hour >= ? AND hour < ?
        UNION ALL
        SELECT product, views FROM views_published_product_day WHERE day >= ? AND day < ?
      ) AS viewed
      GROUP BY product
      """;

  private static final String TOP =
      """
      SELECT product.id, title, least(viewed.views, 9223372036854775807)::bigint
      FROM ($viewed) AS viewed JOIN product ON product.id = viewed.product
      WHERE viewed.views > 0 AND (viewed.views, product.id) < (?, ?::uuid)
      ORDER BY viewed.views DESC, product.id DESC
      LIMIT ?
      """;

  private static final String TOP_EVER = TOP.replace("$viewed", EVER);

  private static final String TOP_WITHIN = TOP.replace("$viewed", WITHIN);

  /** Greater than the id of any product. */
  private static final UUID LAST = new UUID(-1, -1);

  private final Database database;

  /** Reads the ranking in this database. */
  public JdbcProductRanking(Database database) {
    this.database = database;
  }

  @Override
  public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
    var binds = new ArrayList<Object>();
    if (within != null) {
      var from = Timestamps.of(within.from());
      var to = Timestamps.of(within.to());
      binds.addAll(List.of(from, to, from, to));
    }
    binds.add(after == null ? Long.MAX_VALUE : after.views());
    binds.add(after == null ? LAST : after.id().value());
    binds.add(limit);
    var sql = within == null ? TOP_EVER : TOP_WITHIN;
    return database
        .bulkReads()
        .transaction(
            connection -> {
              TransactionSettings.allowLongWork(connection);
              return Sql.list(connection, sql, JdbcProductRanking::entry, binds.toArray());
            });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(new ProductId(row.getObject(1, UUID.class)), row.getString(2), row.getLong(3));
  }
}
