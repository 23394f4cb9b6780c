package io.clientele.domain.views;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The views that staging collected from many writers between two seals. Immutable.
 *
 * @param ranges of each writer in the batch, none of them empty
 * @param sealedAt by the clock of staging; its UTC hour is the hour of the views
 */
public record SealedBatch(Map<WriterId, OffsetRange> ranges, ViewCounts counts, Instant sealedAt) {
  /**
   * A batch is sealed at this many accounts at the latest, so that one command takes at most 20 ms.
   */
  public static final int ACCOUNTS_MAX = 10_000;

  public SealedBatch {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(sealedAt, "sealedAt");
    ranges = Map.copyOf(Objects.requireNonNull(ranges, "ranges"));
  }

  /** Returns what the ledger must do with the batch. This rule makes totals exact. */
  public ApplyVerdict against(AppliedOffsets applied) {
    if (ranges.keySet().stream().anyMatch(writer -> applied.of(writer) == null)) {
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

  /** Whether the ledger has the whole batch. */
  public boolean isCoveredBy(AppliedOffsets applied) {
    return ranges.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && !mark.isBefore(entry.getValue().to());
            });
  }

  /** Whether no batch is missing between the ledger's offsets and the start of this one. */
  public boolean joins(AppliedOffsets applied) {
    return ranges.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && !mark.isBefore(entry.getValue().from());
            });
  }

  /** Whether the batch starts at the ledger's offset, for each of its writers. */
  public boolean continues(AppliedOffsets applied) {
    return ranges.entrySet().stream()
        .allMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && mark.seq() == entry.getValue().from().seq();
            });
  }

  /** Whether the ledger has a part of the batch, for a writer with a row. */
  public boolean anyStartsBefore(AppliedOffsets applied) {
    return ranges.entrySet().stream()
        .anyMatch(
            entry -> {
              var mark = applied.of(entry.getKey());
              return mark != null && entry.getValue().from().isBefore(mark);
            });
  }
}
