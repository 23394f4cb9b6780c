package io.clientele.persistence.views;

import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Moves old hours into their days. A view is in one of both at any moment, so running it again, or
 * on many instances, changes nothing.
 */
public final class DailyRollup {
  /** One day more than promised, because the service's clock may be ahead of the database's. */
  private static final int KEPT_DAYS = ViewPeriod.HOURS_KEPT_DAYS + 1;

  private static final int ROUNDS_MAX = 100_000;

  /** Held exclusively to move hours, and shared to raise hours that may be moved. */
  private static final String LOCK = "hashtextextended('clientele view days', 0)";

  private static final String HOLD_NOW = "SELECT pg_try_advisory_xact_lock(" + LOCK + ")";

  private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(" + LOCK + ")";

  /** Locks rows in the order of the key, as the flush does. */
  private static final String ROUND =
      """
      WITH old AS MATERIALIZED (
        SELECT of_shard.shard, of_shard.hour, of_shard.account_id
        FROM view_shard CROSS JOIN LATERAL (
          SELECT shard, hour, account_id
          FROM view_hour
          WHERE view_hour.shard = view_shard.shard
            AND hour < date_trunc('day', transaction_timestamp(), 'UTC') - ? * interval '24 hours'
          ORDER BY hour, account_id
          LIMIT 5000
        ) AS of_shard
        ORDER BY shard, hour, account_id
        LIMIT 5000
      ), moved AS (
        DELETE FROM view_hour
        USING old
        WHERE view_hour.shard = old.shard AND view_hour.hour = old.hour AND view_hour.account_id = old.account_id
        RETURNING view_hour.shard, view_hour.hour, view_hour.account_id, views
      ), days AS (
        INSERT INTO view_day (shard, day, account_id, views)
        SELECT shard, date_trunc('day', hour, 'UTC') AS day, account_id, sum(views)
        FROM moved
        GROUP BY shard, day, account_id
        ORDER BY shard, day, account_id
        ON CONFLICT (shard, day, account_id) DO UPDATE SET views = view_day.views + excluded.views
      )
      SELECT count(*) FROM moved
      """;

  private final Sql work;

  /** The hours and days of this database. */
  public DailyRollup(Database database) {
    this.work = database.work();
  }

  /** Moves all hours that are old enough, a few thousand rows a transaction. */
  public void move() {
    var round = 0;
    while (round < ROUNDS_MAX && work.transaction(DailyRollup::round) > 0) {
      round++;
    }
  }

  /** Keeps rows of this hour where they are until the transaction ends. */
  static void keep(Connection connection, Instant hour) throws SQLException {
    var today = Instant.now().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    if (hour.isBefore(today.minusDays(KEPT_DAYS - 2).toInstant())) {
      Sql.list(connection, SHARE, row -> "");
    }
  }

  private static long round(Connection connection) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    var isOurs = Sql.list(connection, HOLD_NOW, row -> row.getBoolean(1)).getFirst();
    return isOurs ? Sql.list(connection, ROUND, row -> row.getLong(1), KEPT_DAYS).getFirst() : 0;
  }
}
