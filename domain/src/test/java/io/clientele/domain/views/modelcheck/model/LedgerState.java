package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.WriterTombstone;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The ledger of one shard.
 *
 * @param totals without what the segments hold
 * @param segments applied views that FOLD has not added to the totals
 * @param applied the rows of writers through staging
 * @param marks the tombstones of writers without rows
 * @param direct the row of the one direct writer
 * @param goneViews applied views of writers whose rows were removed
 */
public record LedgerState(
    ViewCounts totals,
    ViewCounts segments,
    AppliedOffsets applied,
    Map<WriterId, WriterTombstone> marks,
    Offset direct,
    long goneViews) {
  public LedgerState {
    marks = Map.copyOf(marks);
  }

  /** The ledger before any batch was applied. */
  static LedgerState of(AppliedOffsets rows) {
    return new LedgerState(ViewCounts.NONE, ViewCounts.NONE, rows, Map.of(), Offset.START, 0);
  }

  /** All applied views of each account, folded or not. */
  public ViewCounts persisted() {
    return totals.plus(segments);
  }

  /** The rows, and the tombstones of the named writers without rows. */
  public AppliedOffsets read(Collection<WriterId> named) {
    var found = new HashMap<WriterId, Offset>();
    named.forEach(
        writer -> {
          var mark = marks.get(writer);
          if (mark != null) {
            found.put(writer, mark.asRead());
          }
        });
    return found.isEmpty() ? applied : applied.with(found);
  }

  /** Adds a batch; the rule determines the new rows. */
  public LedgerState plus(SealedBatch batch, BiFunction<Offset, OffsetRange, Offset> rule) {
    var back = withRowsOf(batch.ranges().keySet());
    var rows = new HashMap<>(back.applied.byWriter());
    batch
        .ranges()
        .forEach(
            (writer, span) ->
                rows.put(writer, rule.apply(rows.getOrDefault(writer, Offset.START), span)));
    return new LedgerState(
        totals.plus(batch.counts()),
        segments,
        new AppliedOffsets(rows),
        back.marks,
        direct,
        back.goneViews);
  }

  /** Returns these rows with other totals and segments. */
  public LedgerState holding(ViewCounts folded, ViewCounts unfolded) {
    return new LedgerState(folded, unfolded, applied, marks, direct, goneViews);
  }

  public LedgerState plusDirect(ViewCounts counts) {
    return new LedgerState(
        totals.plus(counts), segments, applied, marks, direct.next(counts.total()), goneViews);
  }

  public LedgerState register(WriterId writer) {
    var rows = new HashMap<>(applied.byWriter());
    if (!marks.containsKey(writer)) {
      rows.putIfAbsent(writer, Offset.START);
    }
    return new LedgerState(totals, segments, new AppliedOffsets(rows), marks, direct, goneViews);
  }

  /** Removes a row; only its sum stays. */
  public LedgerState without(WriterId writer) {
    var rows = new HashMap<>(applied.byWriter());
    var gone = rows.remove(writer);
    var views = gone == null ? 0 : gone.views();
    return new LedgerState(
        totals, segments, new AppliedOffsets(rows), marks, direct, goneViews + views);
  }

  /** Removes a row, if it exists, and leaves a tombstone. */
  public LedgerState marked(WriterId writer, boolean isRetired) {
    var row = applied.of(writer);
    var more = new HashMap<>(marks);
    more.putIfAbsent(writer, new WriterTombstone(row == null ? Offset.START : row, isRetired));
    var rest = without(writer);
    return new LedgerState(rest.totals, segments, rest.applied, more, direct, rest.goneViews);
  }

  /** Restores the rows of the named removed writers. */
  public LedgerState withRowsOf(Collection<WriterId> named) {
    var rows = new HashMap<>(applied.byWriter());
    var rest = new HashMap<>(marks);
    var views = goneViews;
    for (var writer : named) {
      var mark = marks.get(writer);
      if (mark != null && !mark.isRetired()) {
        rest.remove(writer);
        rows.put(writer, mark.applied());
        views -= mark.applied().views();
      }
    }
    return new LedgerState(totals, segments, new AppliedOffsets(rows), rest, direct, views);
  }

  /** The offset of each of these names, with a row or without. */
  public AppliedOffsets reached(Collection<WriterId> names) {
    var reached = new HashMap<WriterId, Offset>();
    names.forEach(
        name -> {
          var mark = marks.get(name);
          var row = applied.of(name);
          if (mark != null || row != null) {
            reached.put(name, mark == null ? row : mark.applied());
          }
        });
    return new AppliedOffsets(reached);
  }

  /** Whether the sums balance, which they must in every state. */
  public boolean isBalanced() {
    return persisted().total() == sum(applied.byWriter()) + direct.views() + goneViews;
  }

  private static long sum(Map<WriterId, Offset> marks) {
    return marks.values().stream().mapToLong(Offset::views).sum();
  }
}
