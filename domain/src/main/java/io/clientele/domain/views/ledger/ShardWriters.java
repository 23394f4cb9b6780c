package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the writers of one shard, and the rules by which each call of a ledger changes them.
 * Immutable: a rule returns the rows after the call. A store reads the rows under the lock of the
 * shard, calls one rule, and writes {@link #changesSince}. It may read only the writers that the
 * call names.
 *
 * @param rows of the writers, in order of registration
 * @param removed writers without a row
 * @param goneViews applied views of removed writers
 * @param goneLost lost views of removed writers
 */
public record ShardWriters(
    Map<WriterId, StoredWriter> rows,
    Map<WriterId, RemovedWriter> removed,
    long goneViews,
    long goneLost) {
  /** A shard without writers. */
  public static final ShardWriters NONE = new ShardWriters(Map.of(), Map.of(), 0, 0);

  public ShardWriters {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(removed, "removed");
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    removed = Map.copyOf(removed);
  }

  /** The rows after a retirement, and its result. */
  public record Retirement(ShardWriters after, RetireResult result) {
    public Retirement {
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(result, "result");
    }
  }

  /** Returns the rows after {@link DirectViewLedger#register}, by the ledger's clock. */
  public ShardWriters register(WriterId writer, DeliveryPath via, Instant now) {
    return removed.containsKey(writer) ? this : changed(rows -> rows.add(writer, via, now));
  }

  /**
   * Returns the rows after {@link DirectViewLedger#heartbeat}; a writer without a row gets none.
   */
  public ShardWriters heartbeat(WriterCounts counted, Instant now) {
    return changed(rows -> rows.update(counted.writer(), row -> row.counting(counted, now)));
  }

  /** Returns the offset of the writer's row; null without a row. */
  public @Nullable Offset applied(WriterId writer) {
    var row = rows.get(writer);
    return row == null ? null : row.applied();
  }

  /** Returns the offsets of the writers on this path that have a row. */
  public AppliedOffsets applied(DeliveryPath via) {
    return new AppliedOffsets(
        rows.entrySet().stream()
            .filter(entry -> entry.getValue().via() == via)
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().applied())));
  }

  /**
   * Returns the offsets of the writers on this path that have a row, and of the named writers that
   * have a tombstone instead. A retired name has one for staged batches only.
   */
  public AppliedOffsets applied(DeliveryPath via, Collection<WriterId> named) {
    var offsets = new HashMap<WriterId, Offset>();
    for (var writer : named) {
      var tombstone = removed.get(writer);
      if (tombstone != null && tombstone.isOn(via)) {
        offsets.put(writer, tombstone.tombstone().asRead());
      }
    }
    return applied(via).with(offsets);
  }

  /** Returns what the ledger must do with a batch on this path. */
  public ApplyVerdict verdict(DeliveryPath via, SealedBatch batch) {
    return batch.against(applied(via, batch.ranges().keySet()));
  }

  /** Returns the rows after a batch whose {@link #verdict} is OK. */
  public ShardWriters apply(SealedBatch batch, Instant now) {
    return changed(
        rows -> {
          batch.ranges().keySet().forEach(writer -> rows.restore(writer, now));
          batch.ranges().forEach((writer, range) -> rows.update(writer, row -> row.at(range.to())));
        });
  }

  /** Returns the rows after the quarantine of a batch, whose views its writers accepted. */
  public ShardWriters quarantine(SealedBatch batch) {
    return changed(
        rows ->
            batch
                .ranges()
                .forEach(
                    (writer, range) ->
                        rows.update(writer, row -> row.accepting(range.to().views()))));
  }

  /** Returns the rows and the result of {@link DirectViewLedger#retire}. */
  public Retirement retire(
      WriterCounts old,
      DeliveryPath via,
      Map<WriterId, OffsetRange> kept,
      WriterId next,
      Instant now) {
    if (rows.containsKey(next) || removed.containsKey(next)) {
      return new Retirement(this, new RetireResult.Retired(removedOffsets(kept.keySet())));
    }
    var changes = new WriterRowChanges(rows, removed);
    kept.keySet().forEach(writer -> changes.restore(writer, now));
    var range = kept.get(old.writer());
    var base = range == null ? Offset.START : range.from();
    if (changes.hasReached(old.writer(), base)) {
      return new Retirement(with(changes), new RetireResult.Joined());
    }
    changes.lose(old, base);
    kept.keySet().forEach(name -> changes.endName(name, via, now));
    changes.add(next, via, now);
    var after = with(changes);
    return new Retirement(after, new RetireResult.Retired(after.removedOffsets(kept.keySet())));
  }

  /** Returns the rows after {@link DirectViewLedger#remove}. */
  public ShardWriters remove(WriterId writer, Offset applied, Instant silentSince) {
    var row = rows.get(writer);
    return row == null || !row.applied().equals(applied) || row.heartbeat().isAfter(silentSince)
        ? this
        : changed(rows -> rows.remove(writer, row));
  }

  /** Returns the rows that differ from those before a call: what a store has to write. */
  public Changes changesSince(ShardWriters before) {
    return new Changes(
        differing(before.rows, rows),
        before.rows.keySet().stream().filter(id -> !rows.containsKey(id)).toList(),
        differing(before.removed, removed),
        before.removed.keySet().stream().filter(id -> !removed.containsKey(id)).toList());
  }

  /**
   * The rows that a store has to write.
   *
   * @param stored rows to insert or to replace
   * @param deleted writers whose rows go
   * @param buried tombstones to insert or to replace
   * @param restored writers whose tombstones go
   */
  public record Changes(
      Map<WriterId, StoredWriter> stored,
      Collection<WriterId> deleted,
      Map<WriterId, RemovedWriter> buried,
      Collection<WriterId> restored) {
    public Changes {
      Objects.requireNonNull(stored, "stored");
      Objects.requireNonNull(deleted, "deleted");
      Objects.requireNonNull(buried, "buried");
      Objects.requireNonNull(restored, "restored");
    }
  }

  /** Returns these rows with the sums of the shard, as a ledger answers them. */
  public ShardSnapshot snapshot(Shard shard, long views, long rejected, Instant now) {
    var writers =
        rows.entrySet().stream()
            .map(
                entry -> {
                  var row = entry.getValue();
                  return new WriterRow(
                      entry.getKey(),
                      row.via(),
                      row.applied(),
                      row.accepted(),
                      row.lost(),
                      Duration.between(row.heartbeat(), now));
                })
            .toList();
    return new ShardSnapshot(shard, views, rejected, goneViews, goneLost, writers);
  }

  private ShardWriters changed(Consumer<WriterRowChanges> rule) {
    var changes = new WriterRowChanges(rows, removed);
    rule.accept(changes);
    return with(changes);
  }

  private ShardWriters with(WriterRowChanges changes) {
    return new ShardWriters(
        changes.rows, changes.removed, goneViews + changes.views(), goneLost + changes.lost());
  }

  private AppliedOffsets removedOffsets(Collection<WriterId> names) {
    var offsets = new HashMap<WriterId, Offset>();
    for (var name : names) {
      var tombstone = removed.get(name);
      if (tombstone != null) {
        offsets.put(name, tombstone.row().applied());
      }
    }
    return new AppliedOffsets(offsets);
  }

  private static <T> Map<WriterId, T> differing(Map<WriterId, T> before, Map<WriterId, T> after) {
    var differing = new LinkedHashMap<WriterId, T>();
    after.forEach(
        (writer, row) -> {
          if (!row.equals(before.get(writer))) {
            differing.put(writer, row);
          }
        });
    return differing;
  }
}
