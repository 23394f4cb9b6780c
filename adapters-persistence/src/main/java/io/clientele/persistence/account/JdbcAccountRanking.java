package io.clientele.persistence.account;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ranking of accounts in PostgreSQL. */
public final class JdbcAccountRanking implements AccountRanking {
  private static final String WALK =
      """
      (SELECT account_id, name, views
      FROM account_rank JOIN account ON account.id = account_id
      WHERE account_rank.status = '$status' AND views > 0 AND name IS NOT NULL AND (views, account_id) < (?, ?::uuid)
      ORDER BY views DESC, account_id DESC
      LIMIT ?)
      """;

  /** A walk along the ranks for each status, merged. */
  private static final String TOP =
      "SELECT account_id, name, views FROM ("
          + WALK.replace("$status", "ACTIVE")
          + "UNION ALL"
          + WALK.replace("$status", "SUSPENDED")
          + "UNION ALL"
          + WALK.replace("$status", "CLOSED")
          + ") AS ranked ORDER BY views DESC, account_id DESC LIMIT ?";

  /** Names are looked up in order, until the page is full. */
  private static final String TOP_WITHIN =
      """
      SELECT account_id, name, least(ranked.views, 9223372036854775807)::bigint
      FROM (
        SELECT account_id, sum(views) AS views
        FROM (
          SELECT subject AS account_id, views FROM views_published_hour WHERE hour >= ? AND hour < ?
          UNION ALL
          SELECT subject, views FROM views_published_day WHERE day >= ? AND day < ?
        ) AS viewed
        GROUP BY account_id
        HAVING (sum(views), account_id) < (?, ?::uuid)
        ORDER BY views DESC, account_id DESC
      ) AS ranked JOIN account ON account.id = account_id
      WHERE name IS NOT NULL
      ORDER BY ranked.views DESC, account_id DESC
      LIMIT ?
      """;

  /** Greater than the id of any account. */
  private static final UUID LAST = new UUID(-1, -1);

  private final Database database;

  /** Reads the ranking in this database. */
  public JdbcAccountRanking(Database database) {
    this.database = database;
  }

  /**
   * The views of a period are summed on request, which may take longer than a request's time limit.
   */
  @Override
  public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
    var views = after == null ? Long.MAX_VALUE : after.views();
    var id = after == null ? LAST : after.id().value();
    if (within == null) {
      Object[] binds = {views, id, limit, views, id, limit, views, id, limit, limit};
      return database.reads().list(TOP, JdbcAccountRanking::entry, binds);
    }
    var from = Timestamps.of(within.from());
    var to = Timestamps.of(within.to());
    return database
        .bulkReads()
        .transaction(
            connection -> {
              TransactionSettings.allowLongWork(connection);
              return Sql.list(
                  connection,
                  TOP_WITHIN,
                  JdbcAccountRanking::entry,
                  from,
                  to,
                  from,
                  to,
                  views,
                  id,
                  limit);
            });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getLong(3));
  }
}
