package io.clientele.persistence.views;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.MostViewed;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views by time in PostgreSQL. */
public final class JdbcViewHistory implements ViewHistory {
  /** Each hour is looked up: accounts stand behind the hour in the key. */
  private static final String HOURS =
      """
      SELECT hour, coalesce((SELECT views FROM view_hour WHERE view_hour.hour = asked.hour AND account_id = ?), 0)
      FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 hour', interval '1 hour') AS asked (hour)
      ORDER BY hour
      """;

  /** Days that are too old to have hours are not asked for them. */
  private static final String DAYS =
      """
      SELECT day, least(
        coalesce((SELECT views FROM view_day WHERE view_day.day = asked.day AND account_id = ?), 0)
          + CASE WHEN day >= transaction_timestamp() - interval '2232 hours' THEN (
              SELECT coalesce(sum((SELECT views FROM view_hour WHERE view_hour.hour = of_day.hour AND account_id = ?)), 0)
              FROM generate_series(day, day + interval '23 hours', interval '1 hour') AS of_day (hour)
            ) ELSE 0 END,
        9223372036854775807)::bigint
      FROM generate_series(?::timestamptz, ?::timestamptz - interval '24 hours', interval '24 hours') AS asked (day)
      ORDER BY day
      """;

  private static final String DAILY =
      """
      SELECT day, least(coalesce((
          SELECT sum(views)
          FROM view_shard_day
          WHERE view_shard_day.shard IN (SELECT shard FROM view_shard) AND view_shard_day.day = asked.day
        ), 0), 9223372036854775807)::bigint
      FROM generate_series(?::timestamptz, ?::timestamptz - interval '24 hours', interval '24 hours') AS asked (day)
      ORDER BY day
      """;

  private static final String WALK =
      """
      (SELECT account_id, name, views
      FROM view_rank JOIN account ON account.id = account_id
      WHERE view_rank.status = '$status' AND views > 0 AND name IS NOT NULL AND (views, account_id) < (?, ?::uuid)
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
          SELECT account_id, views FROM view_hour WHERE hour >= ? AND hour < ?
          UNION ALL
          SELECT account_id, views FROM view_day WHERE day >= ? AND day < ?
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

  /** The history in this database. */
  public JdbcViewHistory(Database database) {
    this.database = database;
  }

  @Override
  public List<DataPoint> series(AccountId id, ViewPeriod period) {
    var binds = new ArrayList<Object>();
    binds.add(id.value());
    if (period.bucket() == Granularity.DAY) {
      binds.add(id.value());
    }
    return slices(period.bucket() == Granularity.DAY ? DAYS : HOURS, period, binds);
  }

  @Override
  public List<DataPoint> daily(ViewPeriod days) {
    return slices(DAILY, days, new ArrayList<>());
  }

  /** A span is added up anew, which may take longer than a request is given. */
  @Override
  public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
    var views = after == null ? Long.MAX_VALUE : after.views();
    var id = after == null ? LAST : after.id().value();
    if (within == null) {
      Object[] binds = {views, id, limit, views, id, limit, views, id, limit, limit};
      return database.reads().list(TOP, JdbcViewHistory::mostViewed, binds);
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
                  JdbcViewHistory::mostViewed,
                  from,
                  to,
                  from,
                  to,
                  views,
                  id,
                  limit);
            });
  }

  private List<DataPoint> slices(String sql, ViewPeriod period, List<Object> binds) {
    binds.add(Timestamps.of(period.from()));
    binds.add(Timestamps.of(period.to()));
    return database.reads().list(sql, JdbcViewHistory::slice, binds.toArray());
  }

  private static DataPoint slice(ResultSet row) throws SQLException {
    Instant from = Timestamps.instant(row, 1);
    return new DataPoint(from, row.getLong(2));
  }

  private static MostViewed mostViewed(ResultSet row) throws SQLException {
    return new MostViewed(
        new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getLong(3));
  }
}
