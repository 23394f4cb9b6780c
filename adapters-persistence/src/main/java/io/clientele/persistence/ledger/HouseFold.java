package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Gives numbers to the changes of house pockets, makes entries of them and adds them to the
 * balance. It folds only changes before a low-water mark: the time that an earlier run read, once
 * every transaction that was running then has ended. So no change comes later with an earlier time.
 */
public final class HouseFold {
  private static final int BATCH_MAX = 20_000;

  private static final String ALONE =
      "SELECT pg_try_advisory_xact_lock(hashtext('clientele ledger fold'))";

  /**
   * The low-water mark, whether it is unused, and whether all transactions before it have ended.
   */
  private static final String MARK =
      """
      SELECT marked_at, marked_at > folded_to, next_xid <= pg_snapshot_xmin(pg_current_snapshot()) FROM house_mark
      """;

  private static final String CLOCK = "SELECT clock_timestamp()";

  /** The number is given after the clock was read: a later number means a later time. */
  private static final String NEXT_MARK =
      "UPDATE house_mark SET marked_at = ?, next_xid = pg_current_xact_id()";

  private static final String FOLDED = "UPDATE house_mark SET folded_to = marked_at";

  private static final String LOCK =
      """
      SELECT pocket FROM balance
      WHERE pocket IN (SELECT pocket FROM house_delta WHERE booked_at < ?)
      ORDER BY pocket
      FOR NO KEY UPDATE
      """;

  private static final String LOCK_ONE =
      "SELECT pocket FROM balance WHERE pocket = ? FOR NO KEY UPDATE";

  private static final String FOLD =
      """
      WITH taken AS (
        DELETE FROM house_delta WHERE number IN (
          SELECT number FROM house_delta WHERE %s ORDER BY booked_at, number LIMIT %d
        )
        RETURNING number, booked_at, pocket, transfer, leg, delta
      ), numbered AS (
        SELECT taken.*, balance.seq + row_number() OVER in_order AS seq,
          balance.posted + sum(delta) OVER in_order AS posted_after, balance.held
        FROM taken JOIN balance ON balance.pocket = taken.pocket
        WINDOW in_order AS (PARTITION BY taken.pocket ORDER BY taken.booked_at, taken.number)
      ), made AS (
        INSERT INTO entry (pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after)
        SELECT pocket, seq, booked_at, transfer, leg, delta, 0, posted_after, held FROM numbered
      ), changed AS (
        UPDATE balance SET posted = balance.posted + folded.delta, seq = folded.seq, booked_at = folded.booked_at
        FROM (
          SELECT pocket, sum(delta) AS delta, max(seq) AS seq, max(booked_at) AS booked_at FROM numbered GROUP BY pocket
        ) AS folded
        WHERE balance.pocket = folded.pocket
      )
      SELECT count(*) FROM taken
      """;

  private static final String FOLD_BEFORE = FOLD.formatted("booked_at < ?", BATCH_MAX);
  private static final String FOLD_POCKET = FOLD.formatted("pocket = ?", Integer.MAX_VALUE);

  private final Sql sql;

  public HouseFold(Database database) {
    this.sql = database.work();
  }

  /** Folds all changes before the low-water mark. Returns the number of new entries. */
  public long fold() {
    var folded = sql.transaction(HouseFold::fold);
    if (folded.needsMark()) {
      sql.transaction(HouseFold::mark);
    }
    return folded.changes();
  }

  /** The result of a run, and whether the next run needs a low-water mark. */
  private record Folded(long changes, boolean needsMark) {}

  private static Folded fold(Connection connection) throws SQLException {
    if (!Sql.list(connection, ALONE, row -> row.getBoolean(1)).getFirst()) {
      return new Folded(0, false);
    }
    var mark =
        Sql.list(
                connection,
                MARK,
                row -> new Mark(Timestamps.instant(row, 1), row.getBoolean(2), row.getBoolean(3)))
            .getFirst();
    if (!mark.isUnused() || !mark.isSafe()) {
      return new Folded(0, !mark.isUnused());
    }
    var before = Timestamps.of(mark.at());
    Sql.list(connection, LOCK, row -> true, before);
    var changes = Sql.list(connection, FOLD_BEFORE, row -> row.getLong(1), before).getFirst();
    if (changes < BATCH_MAX) {
      Sql.update(connection, FOLDED);
    }
    return new Folded(changes, changes < BATCH_MAX);
  }

  /** An instant, and whether no earlier booking can follow. */
  private record Mark(Instant at, boolean isUnused, boolean isSafe) {}

  private static boolean mark(Connection connection) throws SQLException {
    var now = Sql.list(connection, CLOCK, row -> Timestamps.instant(row, 1)).getFirst();
    return Sql.update(connection, NEXT_MARK, Timestamps.of(now)) == 1;
  }

  /** Locks the balance of a pocket and folds all its changes, while no posting runs for it. */
  static void foldAll(Connection connection, PocketId pocket) throws SQLException {
    Sql.list(connection, LOCK_ONE, row -> true, pocket.value());
    Sql.list(connection, FOLD_POCKET, row -> row.getLong(1), pocket.value());
  }
}
