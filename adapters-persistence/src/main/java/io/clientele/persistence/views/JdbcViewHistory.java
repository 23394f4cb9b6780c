package io.clientele.persistence.views;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Views by time in PostgreSQL. */
public final class JdbcViewHistory implements ViewHistory {
  /** Looks up each hour, because the account follows the hour in the key. */
  private static final String HOURS =
      """
      SELECT hour, coalesce((SELECT views FROM view_hour WHERE shard = ? AND view_hour.hour = asked.hour AND account_id = ?), 0)
      FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 hour', interval '1 hour') AS asked (hour)
      ORDER BY hour
      """;

  /** Days that are too old to have hours are not read there. */
  private static final String DAYS =
      """
      SELECT day, least(
        coalesce((SELECT views FROM view_day WHERE shard = ? AND view_day.day = asked.day AND account_id = ?), 0)
          + CASE WHEN day >= transaction_timestamp() - interval '2232 hours' THEN (
              SELECT coalesce(sum((SELECT views FROM view_hour WHERE shard = ? AND view_hour.hour = of_day.hour AND account_id = ?)), 0)
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
          WHERE view_shard_day.shard = ANY (?) AND view_shard_day.day = asked.day
        ), 0), 9223372036854775807)::bigint
      FROM generate_series(?::timestamptz, ?::timestamptz - interval '24 hours', interval '24 hours') AS asked (day)
      ORDER BY day
      """;

  private final Database database;
  private final StoredShardCount shardCount;

  /** The history in this database. */
  public JdbcViewHistory(Database database) {
    this.database = database;
    this.shardCount = new StoredShardCount(database);
  }

  @Override
  public List<DataPoint> series(UUID subject, ViewPeriod period) {
    var shard = shardCount.shards().of(subject).number();
    var binds = new ArrayList<Object>(List.of(shard, subject));
    if (period.bucket() == Granularity.DAY) {
      binds.addAll(List.of(shard, subject));
    }
    return slices(period.bucket() == Granularity.DAY ? DAYS : HOURS, period, binds);
  }

  @Override
  public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
    var shards = shardCount.shards().of(kind).stream().mapToInt(Shard::number).toArray();
    return slices(DAILY, days, new ArrayList<>(List.<Object>of(shards)));
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
}
