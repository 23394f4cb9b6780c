package io.clientele.persistence.account;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The order of accounts by views. It stands apart from the totals, so that a flush does not pay for
 * it, and is brought up to date by a job that any number of instances may run.
 */
public final class AccountRankRefresh {
  /**
   * Bounds one run. Each round is a transaction of its own, so a change of an account waits for one
   * round at most.
   */
  private static final int ROUNDS_MAX = 10_000;

  /**
   * Takes the turn of a minute, or one before it if few accounts were raised: a small store shows a
   * flush at once. A time in the future is that of a clock that was put back and is not waited for.
   */
  private static final String CLAIM =
      """
      UPDATE view_ranking
      SET refreshed_at = statement_timestamp()
      WHERE refreshed_at NOT BETWEEN statement_timestamp() - interval '50 seconds'
        AND statement_timestamp() + interval '50 seconds'
        OR (
          SELECT count(*) BETWEEN 1 AND 1000
          FROM (SELECT 1 FROM view_raised CROSS JOIN unnest(accounts) LIMIT 1001) AS few
        )
      """;

  /**
   * Totals only grow: a round that was overtaken by another instance's must not bring back less.
   */
  private static final String ROUND =
      """
      WITH raised AS (
        DELETE FROM view_raised
        WHERE number = (SELECT number FROM view_raised ORDER BY number FOR UPDATE SKIP LOCKED LIMIT 1)
        RETURNING accounts
      ), risen AS MATERIALIZED (
        SELECT id, (SELECT views FROM view_total WHERE account_id = id) AS views
        FROM raised CROSS JOIN unnest(accounts) AS id
      ), ranked AS (
        UPDATE view_rank
        SET views = risen.views
        FROM risen
        WHERE view_rank.account_id = risen.id AND view_rank.views < risen.views
      )
      SELECT 1 FROM raised
      """;

  private final Sql work;

  /** The ranks in this database. */
  public AccountRankRefresh(Database database) {
    this.work = database.work();
  }

  /**
   * Takes in all views that were persisted. Does nothing if an instance did so within the minute
   * and many accounts were raised since.
   */
  public void refresh() {
    if (work.update(CLAIM) > 0) {
      refreshNow();
    }
  }

  public void refreshNow() {
    var round = 0;
    while (round < ROUNDS_MAX && work.transaction(AccountRankRefresh::round)) {
      round++;
    }
  }

  private static boolean round(Connection connection) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    return !Sql.list(connection, ROUND, row -> "").isEmpty();
  }
}
