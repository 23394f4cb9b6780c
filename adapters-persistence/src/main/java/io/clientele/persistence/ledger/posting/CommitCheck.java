package io.clientele.persistence.ledger.posting;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.persistence.jdbc.Sql;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Finds out whether a transaction was committed whose reply was lost. */
final class CommitCheck {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  /**
   * Whether the transaction still runs, and whether its rows exist. After a failover the number
   * alone proves nothing: the new server may have given it to another transaction.
   */
  private static final String STATUS =
      """
      SELECT coalesce(pg_xact_status(?::text::xid8), 'unknown') = 'in progress',
        EXISTS (SELECT FROM transfer WHERE id = ?)
      """;

  private final Sql sql;

  CommitCheck(Sql sql) {
    this.sql = sql;
  }

  private enum Status {
    RUNNING,
    COMMITTED,
    ABORTED
  }

  /**
   * Asks on another connection until the result is known; false after a second without an answer.
   */
  boolean isDone(@Nullable String transactionId, TransferId written) {
    var begin = System.nanoTime();
    do {
      var status = status(transactionId, written);
      if (status != Status.RUNNING) {
        return status == Status.COMMITTED;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    } while (System.nanoTime() - begin < PATIENCE_NANOS);
    return false;
  }

  /** An unreachable server may return within the patience. */
  private Status status(@Nullable String transactionId, TransferId written) {
    try {
      return sql.list(
              STATUS,
              row ->
                  row.getBoolean(2)
                      ? Status.COMMITTED
                      : row.getBoolean(1) ? Status.RUNNING : Status.ABORTED,
              transactionId,
              written.value())
          .getFirst();
    } catch (PortUnavailable away) {
      return Status.RUNNING;
    }
  }
}
