package io.clientele.jdbc.views;

import static io.clientele.jdbc.transaction.Statements.instant;
import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RemovedWriter;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardWriters;
import io.clientele.domain.views.ledger.StoredWriter;
import io.clientele.jdbc.transaction.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one shard within a transaction. */
final class ShardRows {
  private static final String COLUMNS =
      "writer, via, applied, applied_views, accepted, lost, heartbeat";

  /** Changes nothing: it locks the row, in every database. */
  private static final String LOCK =
      "UPDATE clientele_view_shard SET shard = shard WHERE shard = ?";

  private static final String SUMS =
      "SELECT views, rejected, gone_views, gone_lost FROM clientele_view_shard WHERE shard = ?";
  private static final String WRITERS =
      "SELECT " + COLUMNS + " FROM clientele_view_writer WHERE shard = ? ORDER BY writer";
  private static final String TOMBSTONE =
      "SELECT "
          + COLUMNS
          + ", retired FROM clientele_view_tombstone WHERE shard = ? AND writer = ?";
  private static final String PUT_WRITER =
      """
      INSERT INTO clientele_view_writer (shard, writer, via, applied, applied_views, accepted, lost, heartbeat)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (shard, writer) DO UPDATE
      SET via = excluded.via, applied = excluded.applied, applied_views = excluded.applied_views,
        accepted = excluded.accepted, lost = excluded.lost, heartbeat = excluded.heartbeat
      """;
  private static final String DROP_WRITER =
      "DELETE FROM clientele_view_writer WHERE shard = ? AND writer = ?";
  private static final String PUT_TOMBSTONE =
      """
      INSERT INTO clientele_view_tombstone (shard, writer, via, applied, applied_views, accepted, lost, heartbeat,
        retired)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (shard, writer) DO UPDATE
      SET via = excluded.via, applied = excluded.applied, applied_views = excluded.applied_views,
        accepted = excluded.accepted, lost = excluded.lost, heartbeat = excluded.heartbeat,
        retired = excluded.retired
      """;
  private static final String DROP_TOMBSTONE =
      "DELETE FROM clientele_view_tombstone WHERE shard = ? AND writer = ?";
  private static final String PUT_GONE =
      "UPDATE clientele_view_shard SET gone_views = ?, gone_lost = ? WHERE shard = ?";
  private static final String ADD_VIEWS =
      "UPDATE clientele_view_shard SET views = views + ?, rejected = rejected + ? WHERE shard = ?";

  private final Statements sql;
  private final Shard shard;

  ShardRows(Statements sql, Shard shard) {
    this.sql = sql;
    this.shard = shard;
  }

  /** Sums of the shard. */
  private record Sums(long views, long rejected, long goneViews, long goneLost) {}

  /** Waits for the lock of the shard. */
  void lock() throws SQLException {
    if (sql.update(LOCK, shard.number()) == 0) {
      throw new IllegalArgumentException("no such shard: " + shard.number());
    }
  }

  /** Reads all rows of the shard, and the tombstones of the named writers. */
  ShardWriters read(Collection<WriterId> named) throws SQLException {
    var sums = sums();
    var rows = new LinkedHashMap<WriterId, StoredWriter>();
    sql.each(WRITERS, row -> rows.put(writer(row), stored(row)), shard.number());
    var removed = new HashMap<WriterId, RemovedWriter>();
    for (var name : named) {
      sql.each(
          TOMBSTONE,
          row -> removed.put(name, new RemovedWriter(stored(row), row.getLong(8) == 1)),
          shard.number(),
          name.toString());
    }
    return new ShardWriters(rows, removed, sums.goneViews(), sums.goneLost());
  }

  /** Writes the rows that a rule has changed. */
  void write(ShardWriters before, ShardWriters after) throws SQLException {
    var changes = after.changesSince(before);
    sql.batch(DROP_TOMBSTONE, keys(changes.restored()));
    sql.batch(DROP_WRITER, keys(changes.deleted()));
    var writers = new ArrayList<List<@Nullable Object>>();
    changes.stored().forEach((writer, row) -> writers.add(values(writer, row)));
    sql.batch(PUT_WRITER, writers);
    var tombstones = new ArrayList<List<@Nullable Object>>();
    changes
        .buried()
        .forEach(
            (writer, removed) -> {
              var values = values(writer, removed.row());
              values.add(removed.isRetired() ? 1 : 0);
              tombstones.add(values);
            });
    sql.batch(PUT_TOMBSTONE, tombstones);
    if (after.goneViews() != before.goneViews() || after.goneLost() != before.goneLost()) {
      sql.update(PUT_GONE, after.goneViews(), after.goneLost(), shard.number());
    }
  }

  /** Adds to the sums of the shard. */
  void add(long views, long rejected) throws SQLException {
    sql.update(ADD_VIEWS, views, rejected, shard.number());
  }

  ShardSnapshot snapshot(Instant now) throws SQLException {
    var sums = sums();
    return read(List.of()).snapshot(shard, sums.views(), sums.rejected(), now);
  }

  private Sums sums() throws SQLException {
    return sql.list(
            SUMS,
            row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
            shard.number())
        .get(0);
  }

  private List<List<@Nullable Object>> keys(Collection<WriterId> writers) {
    var keys = new ArrayList<List<@Nullable Object>>();
    for (var writer : writers) {
      var key = new ArrayList<@Nullable Object>();
      key.add(shard.number());
      key.add(writer.toString());
      keys.add(key);
    }
    return keys;
  }

  private List<@Nullable Object> values(WriterId writer, StoredWriter row) {
    var values = new ArrayList<@Nullable Object>();
    values.add(shard.number());
    values.add(writer.toString());
    values.add(row.via().name());
    values.add(row.applied().seq());
    values.add(row.applied().views());
    values.add(row.accepted());
    values.add(row.lost());
    values.add(micros(row.heartbeat()));
    return values;
  }

  private static WriterId writer(ResultSet row) throws SQLException {
    return new WriterId(UUID.fromString(row.getString(1)));
  }

  private static StoredWriter stored(ResultSet row) throws SQLException {
    return new StoredWriter(
        DeliveryPath.valueOf(row.getString(2)),
        new Offset(row.getLong(3), row.getLong(4)),
        row.getLong(5),
        row.getLong(6),
        instant(row.getLong(7)));
  }
}
