package io.clientele.persistence.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountCounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.ReadRouter;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Counts accounts incrementally. Each change appends a delta, and {@link #fold} adds the deltas to
 * the counts now and then. A read adds the remaining deltas, so its figures are exact.
 *
 * <p>Deltas are found by the snapshot of the last look that took all of them: so no look passes
 * deleted rows, and none skips a transaction that commits late. At the start and once a minute a
 * fold takes all deltas, because transaction ids start again after a restore into another server.
 */
public final class JdbcAccountCounts implements AccountCounts {
  private static final int ROUNDS_MAX = 1_000;

  private static final int DELTAS_MAX = 20_000;
  private static final long FULL_LOOK_NANOS = Duration.ofMinutes(1).toNanos();

  /** The rows since the snapshot that {@code last} has; all rows without one. */
  private static final String UNSEEN =
      """
      SELECT number, minute, opened, active, suspended, closed
      FROM account_delta
      WHERE xid >= coalesce(pg_snapshot_xmax((SELECT seen FROM last)), '0'::xid8)
      UNION ALL
      SELECT number, minute, opened, active, suspended, closed
      FROM account_delta
      WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip((SELECT seen FROM last))))
      """;

  private static final String DELTA =
      "WITH last AS MATERIALIZED (SELECT seen FROM account_count), delta AS MATERIALIZED ("
          + UNSEEN
          + ")";

  static final String STATUSES =
      DELTA
          + """
          SELECT active + coalesce((SELECT sum(active) FROM delta), 0),
            suspended + coalesce((SELECT sum(suspended) FROM delta), 0),
            closed + coalesce((SELECT sum(closed) FROM delta), 0)
          FROM account_count
          """;

  private static final String DAYS =
      DELTA
          + """
          SELECT coalesce((SELECT opened FROM account_day WHERE account_day.day = asked.day), 0)
            + coalesce(late.opened, 0)
          FROM generate_series(?::timestamptz, ?::timestamptz + (? - 1) * interval '24 hours', interval '24 hours')
              AS asked (day)
            LEFT JOIN (
              SELECT date_trunc('day', minute, 'UTC') AS day, sum(opened) AS opened FROM delta GROUP BY day
            ) AS late USING (day)
          ORDER BY asked.day
          """;

  private static final String SINCE =
      DELTA
          + """
          SELECT coalesce((SELECT sum(opened) FROM account_minute WHERE minute >= date_trunc('minute', ?::timestamptz)), 0)
            + coalesce((SELECT sum(opened) FROM delta WHERE minute >= date_trunc('minute', ?::timestamptz)), 0)
          """;

  private static final String HOLD_NOW =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('clientele account census', 0))";

  static final String ROUND =
      """
      WITH last AS MATERIALIZED (
        SELECT CASE WHEN NOT ? THEN seen END AS seen FROM account_count
      ), found AS MATERIALIZED (
        SELECT number FROM (:unseen) AS unseen LIMIT ?
      ), folded AS (
        DELETE FROM account_delta
        USING found
        WHERE account_delta.number = found.number
        RETURNING minute, opened, active, suspended, closed
      ), days AS (
        INSERT INTO account_day (day, opened)
        SELECT date_trunc('day', minute, 'UTC') AS day, sum(opened) FROM folded WHERE opened > 0 GROUP BY day
        ON CONFLICT (day) DO UPDATE SET opened = account_day.opened + excluded.opened
      ), minutes AS (
        INSERT INTO account_minute (minute, opened)
        SELECT minute, sum(opened) FROM folded WHERE opened > 0 GROUP BY minute
        ON CONFLICT (minute) DO UPDATE SET opened = account_minute.opened + excluded.opened
      )
      UPDATE account_count
      SET active = account_count.active + sum.active, suspended = account_count.suspended + sum.suspended,
        closed = account_count.closed + sum.closed,
        seen = CASE WHEN sum.rows < ? THEN pg_current_snapshot() ELSE account_count.seen END
      FROM (
        SELECT count(*) AS rows, sum(active) AS active, sum(suspended) AS suspended, sum(closed) AS closed
        FROM folded
      ) AS sum
      WHERE sum.rows > 0
      """
          .replace(":unseen", UNSEEN);

  private final ReadRouter reads;
  private final Sql work;
  private long fullLookAt = System.nanoTime() - FULL_LOOK_NANOS;

  /** The accounts of this database. */
  public JdbcAccountCounts(Database database) {
    this.reads = database.reads();
    this.work = database.work();
  }

  @Override
  public Figures take(Instant firstDay, int days, Instant since) {
    var first = Timestamps.of(firstDay);
    var from = Timestamps.of(since);
    return reads.transaction(
        connection -> {
          TransactionSettings.readInIndexOrder(connection);
          return new Figures(
              Sql.list(connection, STATUSES, JdbcAccountCounts::statuses).getFirst(),
              Sql.list(connection, SINCE, row -> row.getLong(1), from, from).getFirst(),
              Sql.list(connection, DAYS, row -> row.getLong(1), first, first, days));
        });
  }

  /** Adds up what changes have left, unless another instance does. */
  public synchronized void fold() {
    var began = System.nanoTime();
    var isFull = began - fullLookAt >= FULL_LOOK_NANOS;
    var round = 0;
    while (round < ROUNDS_MAX && work.transaction(connection -> round(connection, isFull))) {
      round++;
    }
    if (isFull) {
      fullLookAt = began;
    }
  }

  /** Returns whether deltas were added up. */
  private static boolean round(Connection connection, boolean isFull) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    TransactionSettings.readInIndexOrder(connection);
    var isOurs = Sql.list(connection, HOLD_NOW, row -> row.getBoolean(1)).getFirst();
    return isOurs && Sql.update(connection, ROUND, isFull, DELTAS_MAX, DELTAS_MAX) > 0;
  }

  private static Map<Status, Long> statuses(ResultSet row) throws SQLException {
    return Map.of(
        Status.ACTIVE,
        row.getLong(1),
        Status.SUSPENDED,
        row.getLong(2),
        Status.CLOSED,
        row.getLong(3));
  }
}
