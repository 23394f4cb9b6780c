package io.clientele.persistence.jdbc;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.jdbc.Replica.WalPosition;
import io.clientele.persistence.jdbc.Sql.Row;
import io.clientele.persistence.jdbc.Sql.Work;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends queries that read much to the replica where there is one. The replica answers only if it
 * has all that the primary had when the query began, so every acknowledged write through any
 * instance is found. Else the primary answers.
 */
public final class ReadRouter {
  /** Every acknowledged change is before this position. */
  private static final String MARK =
      "SELECT pg_current_wal_flush_lsn()::text, id FROM database_identity";

  /** Leaves time for the primary to answer within the two seconds of a request. */
  private static final long SECOND_TRY_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(600);

  private final Sql primary;
  private final Sql marks;
  private final @Nullable Replica replica;
  private final @Nullable Sql copy;

  /**
   * Reads on the replica if it exists and is current.
   *
   * @param marks asks the primary for its position
   * @param copy the replica's connections for such queries
   */
  ReadRouter(Sql primary, Sql marks, @Nullable Replica replica, @Nullable Sql copy) {
    this.primary = primary;
    this.marks = marks;
    this.replica = replica;
    this.copy = copy;
  }

  /** Every row of a query. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... binds) {
    return run(connection -> Sql.list(connection, sql, row, binds));
  }

  /** Queries that are transactions of their own. */
  public <T> T run(Work<T> work) {
    return ask(work, Sql::run);
  }

  /** Queries that are one transaction. */
  public <T> T transaction(Work<T> work) {
    return ask(work, Sql::transaction);
  }

  private <T> T ask(Work<T> work, BiFunction<Sql, Work<T>, T> way) {
    if (replica == null || copy == null) {
      return way.apply(primary, work);
    }
    if (!replica.isUsable()) {
      replica.meters().byPrimary();
      return way.apply(primary, work);
    }
    try (var _ = replica.share().enter()) {
      return askReplica(replica, copy, work, way);
    }
  }

  private <T> T askReplica(
      Replica replica, Sql copy, Work<T> work, BiFunction<Sql, Work<T>, T> way) {
    var began = System.nanoTime();
    var mark = mark(); // without the primary no replica may answer
    try {
      var answer =
          way.apply(
              copy,
              connection -> {
                replica.requireCaughtUp(connection, mark);
                return work.with(connection);
              });
      replica.answered();
      replica.meters().byReplica();
      return answer;
    } catch (PortUnavailable useless) {
      replica.failed(useless);
      if (System.nanoTime() - began > SECOND_TRY_NANOS_MAX) {
        replica.meters().byNobody();
        throw useless;
      }
      replica.meters().byPrimary();
      return way.apply(primary, work);
    }
  }

  private WalPosition mark() {
    return marks
        .list(MARK, row -> new WalPosition(row.getString(1), row.getObject(2, UUID.class)))
        .getFirst();
  }
}
