package io.clientele.domain.views.search;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Span;
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
record Ledger(ViewCounts totals, Applied applied, Mark direct, long goneViews) {
  /** Adds a batch; what the rows become is told by the rule. */
  Ledger plus(SealedBatch batch, BiFunction<Mark, Span, Mark> rule) {
    var rows = new HashMap<>(applied.marks());
    batch
        .spans()
        .forEach(
            (writer, span) ->
                rows.put(writer, rule.apply(rows.getOrDefault(writer, Mark.START), span)));
    return new Ledger(totals.plus(batch.counts()), new Applied(rows), direct, goneViews);
  }

  Ledger plusDirect(ViewCounts counts) {
    return new Ledger(totals.plus(counts), applied, direct.next(counts.total()), goneViews);
  }

  Ledger register(WriterId writer) {
    var rows = new HashMap<>(applied.marks());
    rows.putIfAbsent(writer, Mark.START);
    return new Ledger(totals, new Applied(rows), direct, goneViews);
  }

  /** Takes a row away; its sum stays. */
  Ledger without(WriterId writer) {
    var rows = new HashMap<>(applied.marks());
    var gone = rows.remove(writer);
    var views = gone == null ? 0 : gone.views();
    return new Ledger(totals, new Applied(rows), direct, goneViews + views);
  }

  /** The arithmetic of the books, which holds at any moment. */
  boolean isBalanced() {
    return totals.total() == sum(applied.marks()) + direct.views() + goneViews;
  }

  private static long sum(Map<WriterId, Mark> marks) {
    return marks.values().stream().mapToLong(Mark::views).sum();
  }
}
