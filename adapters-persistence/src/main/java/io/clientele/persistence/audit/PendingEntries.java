package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of entries that wait for a block. A scan reads the rows of transactions that the
 * snapshot of an earlier scan did not see. So it neither passes deleted rows, which stay as long as
 * any session holds an old snapshot, nor skips a transaction that commits late. At the start and
 * once a minute a full scan reads the whole queue, because transaction ids start again after a
 * restore into another server.
 *
 * <p>Used under the lock of the chain. Its state only saves work: any instance may take the next
 * scan.
 */
final class PendingEntries {
  private static final long FULL_LOOK_NANOS = Duration.ofMinutes(1).toNanos();

  /** Columns of an entry take the first nine. */
  private static final String LOOK =
      "SELECT "
          + AuditRow.ENTRY
          + ", pending.entry_at, pending.entry_id, pending.number, pg_current_snapshot()::text"
          + " FROM (:queue ORDER BY number LIMIT ?) AS pending"
          + " LEFT JOIN audit_entry AS entry"
          + " ON entry.at = pending.entry_at AND entry.id = pending.entry_id"
          + " ORDER BY pending.number";

  static final String SINCE_SNAPSHOT =
      look(
          "SELECT number, entry_at, entry_id FROM audit_pending_2"
              + " WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)"
              + " UNION ALL SELECT number, entry_at, entry_id FROM audit_pending_2"
              + " WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot)))");

  static final String BY_NUMBER =
      look("SELECT number, entry_at, entry_id FROM audit_pending_2 WHERE number > ?");

  /** The queue of instances that know format 1 only. */
  private static final String OLD =
      look("SELECT number, entry_at, entry_id FROM audit_pending WHERE number > ?");

  private static final String SEEN =
      "SELECT seen::text FROM audit_block ORDER BY number DESC LIMIT 1";

  /** Read first, without the lock, because usually nothing is pending. */
  private static final String IS_WAITING =
      """
      WITH last AS MATERIALIZED (SELECT seen FROM audit_block ORDER BY number DESC LIMIT 1)
      SELECT EXISTS (SELECT FROM audit_pending)
        OR (SELECT seen FROM last) IS NULL AND EXISTS (SELECT FROM audit_pending_2)
        OR EXISTS (SELECT FROM audit_pending_2 WHERE xid >= pg_snapshot_xmax((SELECT seen FROM last)))
        OR EXISTS (
          SELECT FROM audit_pending_2 WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip((SELECT seen FROM last)))))
      """;

  private static final String DONE_OLD = "DELETE FROM audit_pending WHERE number = ANY (?)";
  private static final String DONE = "DELETE FROM audit_pending_2 WHERE number = ANY (?)";

  private final LongSupplier nanoTime;
  private long fullLookAt;

  /** The largest number that an unfinished scan has taken; 0 if there is none. */
  private long takenTo;

  PendingEntries(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.fullLookAt = nanoTime.getAsLong() - FULL_LOOK_NANOS;
  }

  /**
   * Entries for one block.
   *
   * @param seen the snapshot to store with the block; null if no scan has ended yet
   */
  record Batch(
      List<ChainBlock.Link> links, List<Long> old, List<Long> numbers, @Nullable String seen) {}

  /** Whether a scan justifies taking the lock of the chain. */
  synchronized boolean isWaiting(Sql sql) {
    return isFullLookDue()
        || takenTo > 0
        || sql.list(IS_WAITING, row -> row.getBoolean(1)).getFirst();
  }

  /** Takes the next entries; the caller chains and {@link #remove removes} them. */
  synchronized Batch take(Connection connection) throws SQLException {
    var before = Sql.list(connection, SEEN, row -> String.valueOf(row.getString(1)));
    var seen = before.isEmpty() || before.getFirst().equals("null") ? null : before.getFirst();
    var old = rows(connection, OLD, 0L, ChainBlock.ENTRIES_MAX);
    var room = ChainBlock.ENTRIES_MAX - old.size();
    var continues = takenTo > 0;
    var found = found(connection, seen, room + 1);
    var isAll = found.size() <= room;
    var taken = isAll ? found : found.subList(0, room);
    takenTo = isAll || taken.isEmpty() ? 0 : taken.getLast().number();
    var isWhole = isAll && !continues && !taken.isEmpty();
    var links = new ArrayList<ChainBlock.Link>();
    old.forEach(row -> links.add(row.link()));
    taken.forEach(row -> links.add(row.link()));
    return new Batch(
        links, numbers(old), numbers(taken), isWhole ? taken.getFirst().snapshot() : seen);
  }

  static void remove(Connection connection, Batch batch) throws SQLException {
    if (!batch.old().isEmpty()) {
      Sql.update(connection, DONE_OLD, connection.createArrayOf("bigint", batch.old().toArray()));
    }
    Sql.update(connection, DONE, connection.createArrayOf("bigint", batch.numbers().toArray()));
  }

  /**
   * The rest of an unfinished scan may miss late commits, so the next scan starts with its
   * snapshot.
   */
  private List<Row> found(Connection connection, @Nullable String seen, int limit)
      throws SQLException {
    if (takenTo > 0) {
      return rows(connection, BY_NUMBER, takenTo, limit);
    }
    if (seen == null || isFullLookDue()) {
      fullLookAt = nanoTime.getAsLong();
      return rows(connection, BY_NUMBER, 0L, limit);
    }
    return rows(connection, SINCE_SNAPSHOT, seen, seen, limit);
  }

  private boolean isFullLookDue() {
    return nanoTime.getAsLong() - fullLookAt >= FULL_LOOK_NANOS;
  }

  private record Row(ChainBlock.Link link, long number, String snapshot) {}

  private static List<Row> rows(Connection connection, String look, Object... binds)
      throws SQLException {
    return Sql.list(
        connection, look, row -> new Row(link(row), row.getLong(12), row.getString(13)), binds);
  }

  private static List<Long> numbers(List<Row> rows) {
    return rows.stream().map(Row::number).toList();
  }

  private static ChainBlock.Link link(ResultSet row) throws SQLException {
    if (row.getObject(2) != null) {
      return AuditRow.entry(row).link();
    }
    return ChainBlock.Link.missing(
        new AuditEntryId(row.getObject(11, UUID.class)), Timestamps.instant(row, 10));
  }

  private static String look(String queue) {
    return LOOK.replace(":queue", queue);
  }
}
