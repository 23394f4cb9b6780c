package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.WriterId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A changed copy of the rows of a shard. Not safe for use by several threads. */
final class WriterRowChanges {
  final Map<WriterId, StoredWriter> rows;
  final Map<WriterId, RemovedWriter> removed;
  private long views;
  private long lost;

  WriterRowChanges(Map<WriterId, StoredWriter> rows, Map<WriterId, RemovedWriter> removed) {
    this.rows = new LinkedHashMap<>(rows);
    this.removed = new HashMap<>(removed);
  }

  /** Views to add to those of removed writers. */
  long views() {
    return views;
  }

  /** Lost views to add to those of removed writers. */
  long lost() {
    return lost;
  }

  void add(WriterId writer, DeliveryPath via, Instant now) {
    rows.merge(writer, StoredWriter.of(via, now), (row, again) -> row.heardAt(now));
  }

  void update(WriterId writer, UnaryOperator<StoredWriter> change) {
    rows.computeIfPresent(writer, (id, row) -> change.apply(row));
  }

  void remove(WriterId writer, StoredWriter row) {
    views += row.applied().views();
    lost += row.lostWithoutIt();
    rows.remove(writer);
    removed.put(writer, new RemovedWriter(row, false));
  }

  /** Restores the row of a removed writer, unless its name is retired. */
  void restore(WriterId writer, Instant now) {
    var tombstone = removed.get(writer);
    if (tombstone != null && !tombstone.isRetired()) {
      removed.remove(writer);
      rows.put(writer, tombstone.row().heardAt(now));
      views -= tombstone.row().applied().views();
      lost -= tombstone.row().lostWithoutIt();
    }
  }

  /** Whether the writer has a row at or after this offset. */
  boolean hasReached(WriterId writer, Offset base) {
    var row = rows.get(writer);
    return row != null && !row.applied().isBefore(base);
  }

  /** Counts as lost what neither the writer keeps nor its row has. */
  void lose(WriterCounts old, Offset base) {
    var row = rows.get(old.writer());
    lost += old.lost() + base.views();
    if (row != null) {
      lost -= row.applied().views() + row.lost();
    }
  }

  /** Replaces the row of a name by a tombstone that is retired. */
  void endName(WriterId name, DeliveryPath via, Instant now) {
    var row = rows.remove(name);
    if (row != null) {
      views += row.applied().views();
      lost += row.lost();
    }
    var last = row == null ? StoredWriter.of(via, now) : row;
    removed.putIfAbsent(name, new RemovedWriter(last, true));
  }
}
