package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.audit.PendingQueue.Row;
import io.clientele.persistence.audit.PendingQueue.Statements;
import io.clientele.persistence.audit.PendingQueue.Taken;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queues of entries that wait for a block. A scan reads the rows of transactions that the
 * snapshot of an earlier scan did not see. So it neither passes deleted rows, which stay as long as
 * any session holds an old snapshot, nor skips a transaction that commits late. At the start and
 * once a minute a full scan reads all of both queues, because transaction ids start again after a
 * restore into another server.
 *
 * <p>Used under the lock of the chain. Its state only saves work: any instance may take the next
 * scan.
 */
final class PendingEntries {
  private static final long FULL_LOOK_NANOS = Duration.ofMinutes(1).toNanos();

  /** Columns of an entry take the first nine. */
  private static final String ENTRIES =
      "SELECT "
          + AuditRow.ENTRY
          + ", pending.entry_at, pending.entry_id, pending.number"
          + " FROM (:queue ORDER BY number LIMIT ?) AS pending"
          + " LEFT JOIN audit_entry AS entry"
          + " ON entry.at = pending.entry_at AND entry.id = pending.entry_id"
          + " ORDER BY pending.number";

  /** The first row that has no room is the last one. */
  private static final String BATCHES =
      """
      SELECT batch.number, batch.ids, batch.times, batch.rests, batch.digests
      FROM (
        SELECT number, sum(size) OVER (ORDER BY number) - size AS before
        FROM (:queue ORDER BY number LIMIT 501) AS queue
      ) AS pending
      JOIN audit_pending_batch AS batch ON batch.number = pending.number
      WHERE before < ?
      ORDER BY batch.number
      """;

  private static final String BY_NUMBER = "SELECT :columns FROM :table WHERE number > ?";

  private static final String SINCE_SNAPSHOT =
      "SELECT :columns FROM :table WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)"
          + " UNION ALL SELECT :columns FROM :table"
          + " WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot)))";

  private static final String DONE = "DELETE FROM :table WHERE number = ANY (?)";

  /** The snapshot that the newest block names, and the present one. */
  private static final String SNAPSHOTS =
      """
      SELECT (SELECT seen::text FROM audit_block ORDER BY number DESC LIMIT 1), pg_current_snapshot()::text
      """;

  /** Read first, without the lock, because usually nothing is pending. */
  private static final String IS_WAITING =
      """
      WITH last AS MATERIALIZED (SELECT seen FROM audit_block ORDER BY number DESC LIMIT 1)
      SELECT EXISTS (SELECT FROM audit_pending)
        OR (SELECT seen FROM last) IS NULL
          AND (EXISTS (SELECT FROM audit_pending_2) OR EXISTS (SELECT FROM audit_pending_batch))
        OR EXISTS (SELECT FROM audit_pending_2 WHERE xid >= pg_snapshot_xmax((SELECT seen FROM last)))
        OR EXISTS (
          SELECT FROM audit_pending_2 WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip((SELECT seen FROM last)))))
        OR EXISTS (SELECT FROM audit_pending_batch WHERE xid >= pg_snapshot_xmax((SELECT seen FROM last)))
        OR EXISTS (
          SELECT FROM audit_pending_batch WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip((SELECT seen FROM last)))))
      """;

  private final LongSupplier nanoTime;

  /** The queue of instances that know format 1 only; its scans are always full. */
  private final PendingQueue old = queue(ENTRIES, "audit_pending", "number, entry_at, entry_id");

  private final PendingQueue entries =
      queue(ENTRIES, "audit_pending_2", "number, entry_at, entry_id");
  private final PendingQueue batches = queue(BATCHES, "audit_pending_batch", "number, size");
  private long fullLookAt;

  PendingEntries(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.fullLookAt = nanoTime.getAsLong() - FULL_LOOK_NANOS;
  }

  /**
   * Entries for one block.
   *
   * @param seen the snapshot to store with the block; null if no scan has ended yet
   */
  record Batch(Taken batches, Taken old, Taken entries, @Nullable String seen) {
    List<ChainBlock.Link> links() {
      return Stream.of(batches, old, entries)
          .flatMap(taken -> taken.rows().stream())
          .flatMap(row -> row.links().stream())
          .toList();
    }
  }

  private record Snapshots(@Nullable String seen, String now) {}

  /** Whether a scan justifies taking the lock of the chain. */
  synchronized boolean isWaiting(Sql sql) {
    return isFullLookDue()
        || isUnfinished()
        || sql.list(IS_WAITING, row -> row.getBoolean(1)).getFirst();
  }

  /**
   * Takes the next entries; the caller chains and {@link #remove removes} them. Batches have half
   * of the block, and other entries the rest.
   */
  synchronized Batch take(Connection connection) throws SQLException {
    var snapshots =
        Sql.list(connection, SNAPSHOTS, row -> new Snapshots(row.getString(1), row.getString(2)))
            .getFirst();
    var isFull = isFullLookDue();
    if (isFull && !isUnfinished()) {
      fullLookAt = nanoTime.getAsLong();
    }
    var since = isFull ? null : snapshots.seen();
    var ofBatches = batches.take(connection, since, ChainBlock.ENTRIES_MAX / 2);
    var room = ChainBlock.ENTRIES_MAX - ofBatches.entries();
    var ofOld = old.take(connection, null, room);
    var ofEntries = entries.take(connection, since, room - ofOld.entries());
    var isWhole = ofBatches.isWhole() && ofEntries.isWhole();
    return new Batch(ofBatches, ofOld, ofEntries, isWhole ? snapshots.now() : snapshots.seen());
  }

  void remove(Connection connection, Batch batch) throws SQLException {
    batches.remove(connection, batch.batches());
    old.remove(connection, batch.old());
    entries.remove(connection, batch.entries());
  }

  private boolean isUnfinished() {
    return entries.isUnfinished() || batches.isUnfinished();
  }

  private boolean isFullLookDue() {
    return nanoTime.getAsLong() - fullLookAt >= FULL_LOOK_NANOS;
  }

  private static PendingQueue queue(String scan, String table, String columns) {
    return new PendingQueue(
        new Statements(
            on(scan.replace(":queue", BY_NUMBER), table, columns),
            on(scan.replace(":queue", SINCE_SNAPSHOT), table, columns),
            on(DONE, table, columns)),
        scan.equals(ENTRIES) ? PendingEntries::entry : PendingEntries::batch);
  }

  private static String on(String sql, String table, String columns) {
    return sql.replace(":columns", columns).replace(":table", table);
  }

  private static Row entry(ResultSet row) throws SQLException {
    var link =
        row.getObject(2) != null
            ? AuditRow.entry(row).link()
            : ChainBlock.Link.missing(
                new AuditEntryId(row.getObject(11, UUID.class)), Timestamps.instant(row, 10));
    return new Row(List.of(link), row.getLong(12));
  }

  private static Row batch(ResultSet row) throws SQLException {
    var rests = (byte[][]) row.getArray(4).getArray();
    var digests = (byte[][]) row.getArray(5).getArray();
    var links = new ArrayList<ChainBlock.Link>();
    for (var place : AuditRow.places(row, 2)) {
      var i = links.size();
      links.add(
          new ChainBlock.Link(place.id(), place.at(), RecordTables.hash(rests[i], digests[i])));
    }
    return new Row(links, row.getLong(1));
  }
}
