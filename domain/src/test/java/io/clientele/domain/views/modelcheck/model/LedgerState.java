package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The durable side of one shard.
 *
 * @param applied the rows of writers through staging
 * @param direct the row of the one writer that goes straight
 * @param goneViews applied views of writers whose rows went
 */
public record LedgerState(
    ViewCounts totals, AppliedOffsets applied, Offset direct, long goneViews) {
  /** Adds a batch; what the rows become is told by the rule. */
  public LedgerState plus(SealedBatch batch, BiFunction<Offset, OffsetRange, Offset> rule) {
    var rows = new HashMap<>(applied.marks());
    batch
        .spans()
        .forEach(
            (writer, span) ->
                rows.put(writer, rule.apply(rows.getOrDefault(writer, Offset.START), span)));
    return new LedgerState(
        totals.plus(batch.counts()), new AppliedOffsets(rows), direct, goneViews);
  }

  public LedgerState plusDirect(ViewCounts counts) {
    return new LedgerState(totals.plus(counts), applied, direct.next(counts.total()), goneViews);
  }

  public LedgerState register(WriterId writer) {
    var rows = new HashMap<>(applied.marks());
    rows.putIfAbsent(writer, Offset.START);
    return new LedgerState(totals, new AppliedOffsets(rows), direct, goneViews);
  }

  /** Takes a row away; its sum stays. */
  public LedgerState without(WriterId writer) {
    var rows = new HashMap<>(applied.marks());
    var gone = rows.remove(writer);
    var views = gone == null ? 0 : gone.views();
    return new LedgerState(totals, new AppliedOffsets(rows), direct, goneViews + views);
  }

  /** The arithmetic of the books, which holds at any moment. */
  public boolean isBalanced() {
    return totals.total() == sum(applied.marks()) + direct.views() + goneViews;
  }

  private static long sum(Map<WriterId, Offset> marks) {
    return marks.values().stream().mapToLong(Offset::views).sum();
  }
}
