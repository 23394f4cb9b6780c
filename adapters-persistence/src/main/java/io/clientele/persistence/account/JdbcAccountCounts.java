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
import java.time.Instant;
import java.util.Map;

/**
 * Counts accounts incrementally. Each change appends a delta, and {@link #fold} adds the deltas to
 * the counts now and then. A read adds the remaining deltas, so its figures are exact.
 */
public final class JdbcAccountCounts implements AccountCounts {
  private static final int ROUNDS_MAX = 1_000;

  private static final String STATUSES =
      """
      SELECT active + coalesce((SELECT sum(active) FROM account_delta), 0),
        suspended + coalesce((SELECT sum(suspended) FROM account_delta), 0),
        closed + coalesce((SELECT sum(closed) FROM account_delta), 0)
      FROM account_count
      """;

  private static final String DAYS =
      """
      SELECT coalesce((SELECT opened FROM account_day WHERE account_day.day = asked.day), 0)
        + coalesce(delta.opened, 0)
      FROM generate_series(?::timestamptz, ?::timestamptz + (? - 1) * interval '24 hours', interval '24 hours')
          AS asked (day)
        LEFT JOIN (
          SELECT date_trunc('day', minute, 'UTC') AS day, sum(opened) AS opened FROM account_delta GROUP BY day
        ) AS delta USING (day)
      ORDER BY asked.day
      """;

  private static final String SINCE =
      """
      SELECT coalesce((SELECT sum(opened) FROM account_minute WHERE minute >= date_trunc('minute', ?::timestamptz)), 0)
        + coalesce((SELECT sum(opened) FROM account_delta WHERE minute >= date_trunc('minute', ?::timestamptz)), 0)
      """;

  private static final String HOLD_NOW =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('clientele account census', 0))";

  private static final String ROUND =
      """
      WITH folded AS (
        DELETE FROM account_delta
        WHERE number IN (SELECT number FROM account_delta ORDER BY number LIMIT 20000)
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
        closed = account_count.closed + sum.closed
      FROM (
        SELECT count(*) AS rows, sum(active) AS active, sum(suspended) AS suspended, sum(closed) AS closed
        FROM folded
      ) AS sum
      WHERE sum.rows > 0
      """;

  private final ReadRouter reads;
  private final Sql work;

  /** The accounts of this database. */
  public JdbcAccountCounts(Database database) {
    this.reads = database.reads();
    this.work = database.work();
  }

  @Override
  public Figures take(Instant firstDay, int days, Instant since) {
    var first = Timestamps.of(firstDay);
    var from = Timestamps.of(since);
    return reads.run(
        connection ->
            new Figures(
                Sql.list(connection, STATUSES, JdbcAccountCounts::statuses).getFirst(),
                Sql.list(connection, SINCE, row -> row.getLong(1), from, from).getFirst(),
                Sql.list(connection, DAYS, row -> row.getLong(1), first, first, days)));
  }

  /** Adds up what changes have left, unless another instance does. */
  public void fold() {
    var round = 0;
    while (round < ROUNDS_MAX && work.transaction(JdbcAccountCounts::round) > 0) {
      round++;
    }
  }

  private static int round(Connection connection) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    var isOurs = Sql.list(connection, HOLD_NOW, row -> row.getBoolean(1)).getFirst();
    return isOurs ? Sql.update(connection, ROUND) : 0;
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
