package io.clientele.persistence.account;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Updates the order of accounts by views from the totals that views publishes. A flush of views
 * does nothing for it. Any number of instances may run it.
 */
public final class AccountRankRefresh {
  /**
   * Bounds one run. Each round is a transaction of its own, so a change of an account waits for one
   * round at most.
   */
  private static final int ROUNDS_MAX = 10_000;

  /**
   * Queues the subjects whose totals changed since the last search; at most once a minute unless
   * there are few totals. Does nothing while no view was added. A time in the future is that of a
   * clock that was put back and is not waited for. Transaction ids of 32 bits are compared by their
   * age, which is ambiguous from 2^31 transactions on; then, and in a database that was copied to a
   * new server, all totals are taken.
   */
  private static final String SEARCH =
      """
      WITH due AS MATERIALIZED (
        SELECT (SELECT views FROM views_published_sum) AS views,
          CASE
            WHEN pg_snapshot_xmax(pg_current_snapshot())::text::numeric - seen_to::text::numeric BETWEEN 0 AND 1000000000
            THEN seen_to::xid
          END AS seen_to
        FROM account_ranking
        WHERE seen_views <> (SELECT views FROM views_published_sum)
          AND (
            searched_at NOT BETWEEN statement_timestamp() - interval '40 seconds'
              AND statement_timestamp() + interval '40 seconds'
            OR (SELECT count(*) <= 10000 FROM (SELECT FROM views_published_total LIMIT 10001) AS few)
          )
        FOR UPDATE SKIP LOCKED
      ), searched AS (
        UPDATE account_ranking
        SET searched_at = statement_timestamp(), seen_views = due.views,
          seen_to = pg_snapshot_xmin(pg_current_snapshot())
        FROM due
      )
      INSERT INTO account_rank_queue (accounts)
      SELECT array_agg(subject)
      FROM (
        SELECT subject, (row_number() OVER () - 1) / 2000 AS part
        FROM due JOIN views_published_change ON due.seen_to IS NULL OR age(changed_in) <= age(due.seen_to)
      ) AS changed
      GROUP BY part
      """;

  /**
   * Updates the ranks of one row of the queue, in the order of their ids. Totals only grow: a round
   * that another instance overtook must not bring back less. A round begins after the row of the
   * round before, so that a run passes the rows that earlier runs deleted only once.
   */
  static final String ROUND =
      """
      WITH queued AS (
        DELETE FROM account_rank_queue
        WHERE number = (
          SELECT number FROM account_rank_queue WHERE number > ? ORDER BY number FOR UPDATE SKIP LOCKED LIMIT 1)
        RETURNING number, accounts
      ), risen AS MATERIALIZED (
        SELECT id, (SELECT views FROM views_published_total WHERE subject = id) AS views
        FROM queued CROSS JOIN unnest(accounts) AS id
        ORDER BY id
      ), ranked AS (
        UPDATE account_rank
        SET views = risen.views
        FROM risen
        WHERE account_rank.account_id = risen.id AND account_rank.views < risen.views
      )
      SELECT number FROM queued
      """;

  private final Sql work;

  /** The ranks in this database. */
  public AccountRankRefresh(Database database) {
    this.work = database.work();
  }

  /**
   * Takes in the totals that changed, and what an earlier run left in the queue. Changes are found
   * at once among at most 10,000 totals, and else within a minute.
   */
  public void refresh() {
    work.transaction(AccountRankRefresh::search);
    var last = new AtomicLong();
    var round = 0;
    while (round < ROUNDS_MAX && work.transaction(connection -> round(connection, last))) {
      round++;
    }
  }

  private static int search(Connection connection) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    return Sql.update(connection, SEARCH);
  }

  private static boolean round(Connection connection, AtomicLong last) throws SQLException {
    TransactionSettings.allowLongWork(connection);
    var done = Sql.list(connection, ROUND, row -> row.getLong(1), last.get());
    done.forEach(last::set);
    return !done.isEmpty();
  }
}
