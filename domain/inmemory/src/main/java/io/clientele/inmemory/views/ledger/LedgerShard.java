package io.clientele.inmemory.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.ledger.WriterTombstone;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of one shard of an {@link InMemoryViewLedger}, which guards it. */
final class LedgerShard {
  private static final OffsetRange NOTHING = new OffsetRange(Offset.START, Offset.START);

  private final Shard shard;
  private final Map<WriterId, Row> rows = new LinkedHashMap<>();
  private final Map<WriterId, Marked> marks = new HashMap<>();
  private final Map<UUID, Long> totals = new HashMap<>();
  private final Map<Instant, Map<UUID, Long>> hours = new HashMap<>();
  private long views;
  private long rejected;
  private long goneViews;
  private long goneLost;

  LedgerShard(Shard shard) {
    this.shard = shard;
  }

  /** One writer's row. */
  private record Row(
      DeliveryPath via, Offset applied, long accepted, long lost, Instant heartbeat) {
    Row at(Offset to) {
      return new Row(via, to, accepted, lost, heartbeat);
    }

    Row accepting(long most) {
      return new Row(via, applied, Math.max(accepted, most), lost, heartbeat);
    }

    Row heardAt(Instant now) {
      return new Row(via, applied, accepted, lost, now);
    }

    /** Views that are lost if the row is removed, including accepted views that never arrived. */
    long lostWithoutIt() {
      return lost + Math.max(0, accepted - applied.views());
    }
  }

  /** The tombstone of a removed row. */
  private record Marked(Row row, boolean isRetired) {
    WriterTombstone mark() {
      return new WriterTombstone(row.applied(), isRetired);
    }

    boolean goes(DeliveryPath via) {
      return isRetired ? via == DeliveryPath.STAGING : row.via() == via;
    }
  }

  void register(WriterId writer, DeliveryPath via, Instant now) {
    if (!marks.containsKey(writer)) {
      var fresh = new Row(via, Offset.START, 0, 0, now);
      rows.merge(writer, fresh, (row, again) -> row.heardAt(now));
    }
  }

  Optional<Offset> take(WriterCounts counted, Instant now) {
    var row =
        rows.computeIfPresent(
            counted.writer(),
            (writer, old) ->
                new Row(old.via(), old.applied(), counted.accepted(), counted.lost(), now));
    return Optional.ofNullable(row).map(Row::applied);
  }

  AppliedOffsets applied(DeliveryPath via) {
    return new AppliedOffsets(
        rows.entrySet().stream()
            .filter(entry -> entry.getValue().via() == via)
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().applied())));
  }

  /** The offsets of the rows and of the tombstones of the named writers. */
  AppliedOffsets applied(DeliveryPath via, Collection<WriterId> named) {
    var marked = new HashMap<WriterId, Offset>();
    named.forEach(
        writer -> {
          var mark = marks.get(writer);
          if (mark != null && mark.goes(via)) {
            marked.put(writer, mark.mark().asRead());
          }
        });
    return applied(via).with(marked);
  }

  ApplyResult post(DeliveryPath via, SealedBatch batch, Instant now) {
    var verdict = batch.against(applied(via, batch.ranges().keySet()));
    if (verdict != ApplyVerdict.OK) {
      return new ApplyResult(verdict, 0);
    }
    batch.ranges().keySet().forEach(writer -> bringBack(writer, now));
    var before = rejected;
    var hour =
        hours.computeIfAbsent(
            batch.sealedAt().truncatedTo(ChronoUnit.HOURS), at -> new HashMap<>());
    batch.counts().forEach((id, more) -> add(hour, id, more));
    batch
        .ranges()
        .forEach((writer, span) -> rows.computeIfPresent(writer, (id, row) -> row.at(span.to())));
    return new ApplyResult(verdict, rejected - before);
  }

  void raiseAccepted(SealedBatch segment) {
    segment
        .ranges()
        .forEach(
            (writer, span) ->
                rows.computeIfPresent(writer, (id, row) -> row.accepting(span.to().views())));
  }

  RetireResult retire(
      WriterCounts old,
      DeliveryPath via,
      Map<WriterId, OffsetRange> kept,
      WriterId next,
      Instant now) {
    if (rows.containsKey(next) || marks.containsKey(next)) {
      return new RetireResult.Retired(marked(kept.keySet()));
    }
    kept.keySet().forEach(writer -> bringBack(writer, now));
    var base = kept.getOrDefault(old.writer(), NOTHING).from();
    var row = rows.get(old.writer());
    if (row != null && !row.applied().isBefore(base)) {
      return new RetireResult.Joined();
    }
    var applied = row == null ? 0 : row.applied().views();
    goneLost += old.lost() + base.views() - applied - (row == null ? 0 : row.lost());
    kept.keySet().forEach(name -> endName(name, via, now));
    register(next, via, now);
    return new RetireResult.Retired(marked(kept.keySet()));
  }

  void remove(WriterId writer, Offset applied, Instant silentSince) {
    var row = rows.get(writer);
    if (row == null || !row.applied().equals(applied) || row.heartbeat().isAfter(silentSince)) {
      return;
    }
    goneViews += applied.views();
    goneLost += row.lostWithoutIt();
    rows.remove(writer);
    marks.put(writer, new Marked(row, false));
  }

  /** Restores the row of a removed writer. */
  private void bringBack(WriterId writer, Instant now) {
    var mark = marks.get(writer);
    if (mark != null && !mark.isRetired()) {
      marks.remove(writer);
      rows.put(writer, mark.row().heardAt(now));
      goneViews -= mark.row().applied().views();
      goneLost -= mark.row().lostWithoutIt();
    }
  }

  private void endName(WriterId name, DeliveryPath via, Instant now) {
    var row = rows.remove(name);
    if (row != null) {
      goneViews += row.applied().views();
      goneLost += row.lost();
    }
    var last = row == null ? new Row(via, Offset.START, 0, 0, now) : row;
    marks.putIfAbsent(name, new Marked(last, true));
  }

  private AppliedOffsets marked(Collection<WriterId> names) {
    var offsets = new HashMap<WriterId, Offset>();
    for (var name : names) {
      var mark = marks.get(name);
      if (mark != null) {
        offsets.put(name, mark.row().applied());
      }
    }
    return new AppliedOffsets(offsets);
  }

  long total(UUID id) {
    return totals.getOrDefault(id, 0L);
  }

  ShardSnapshot snapshot(Instant now) {
    var writers =
        rows.entrySet().stream()
            .map(
                entry -> {
                  var row = entry.getValue();
                  var silence = Duration.between(row.heartbeat(), now);
                  return new WriterRow(
                      entry.getKey(),
                      row.via(),
                      row.applied(),
                      row.accepted(),
                      row.lost(),
                      silence);
                })
            .toList();
    return new ShardSnapshot(shard, views, rejected, goneViews, goneLost, writers);
  }

  /** Adds the views of each account within this time. */
  void addTo(Map<UUID, Long> views, Instant from, Instant to) {
    hours.forEach(
        (hour, counts) -> {
          if (!hour.isBefore(from) && hour.isBefore(to)) {
            counts.forEach((id, more) -> views.merge(id, more, Long::sum));
          }
        });
  }

  private void add(Map<UUID, Long> hour, UUID id, long more) {
    var before = total(id);
    var added = Math.min(more, Long.MAX_VALUE - before);
    totals.put(id, before + added);
    hour.merge(id, added, Long::sum);
    views += added;
    rejected += more - added;
  }
}
