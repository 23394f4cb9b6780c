package io.clientele.domain.views;

import java.time.Instant;
import java.util.Map;

/**
 * What the fast side has gathered of many writers between two seals; it changes no more.
 *
 * @param spans of each writer in it, none of them empty
 * @param sealedAt by the fast side's clock; its UTC hour is the hour of the views
 */
public record SealedBatch(Map<WriterId, OffsetRange> spans, ViewCounts counts, Instant sealedAt) {
  /**
   * At this many accounts, or fewer, a batch is sealed: one command never takes longer than 20 ms.
   */
  public static final int ACCOUNTS_MAX = 10_000;

  public SealedBatch {
    spans = Map.copyOf(spans);
  }

  /** What the ledger has to do with the batch: the rule that makes totals exact. */
  public ApplyVerdict against(AppliedOffsets applied) {
    if (spans.keySet().stream().anyMatch(writer -> applied.of(writer) == null)) {
      return ApplyVerdict.UNKNOWN;
    }
    if (isCoveredBy(applied)) {
      return ApplyVerdict.DUPLICATE;
    }
    if (anyStartsBefore(applied)) {
      return ApplyVerdict.CONFLICT;
    }
    return joins(applied) ? ApplyVerdict.OK : ApplyVerdict.GAP;
  }

  /** Whether the ledger has all of it. */
  public boolean isCoveredBy(AppliedOffsets applied) {
    return spans.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && !mark.isBefore(entry.getValue().to());
            });
  }

  /** Whether it leaves nothing out between the ledger's marks and its own beginning. */
  public boolean joins(AppliedOffsets applied) {
    return spans.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && !mark.isBefore(entry.getValue().from());
            });
  }

  /** Whether it goes on exactly where the ledger stands, for each of its writers. */
  public boolean continues(AppliedOffsets applied) {
    return spans.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && mark.seq() == entry.getValue().from().seq();
            });
  }

  /** Whether the ledger has a part of what stands in it, for a writer with a row. */
  public boolean anyStartsBefore(AppliedOffsets applied) {
    return spans.entrySet().stream()
        .anyMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && entry.getValue().from().isBefore(mark);
            });
  }
}
