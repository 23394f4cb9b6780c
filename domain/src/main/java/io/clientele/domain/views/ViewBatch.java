package io.clientele.domain.views;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Successive batches of a writer, sent as one: those from {@code from} to {@code to.seq()}, both
 * included.
 *
 * @param to the offset after the last of them
 */
public record ViewBatch(WriterId writer, long from, Offset to, ViewCounts counts) {
  /**
   * The greatest number of accounts that one script adds, so that it blocks staging for at most 6
   * ms.
   */
  public static final int ACCOUNTS_MAX = 2_000;

  public ViewBatch {
    Objects.requireNonNull(writer, "writer");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(counts, "counts");
    if (from < 1 || from > to.seq()) {
      throw new IllegalArgumentException("batches count from 1 upwards");
    }
  }

  /** The range of offsets of these batches. */
  public OffsetRange range() {
    return new OffsetRange(new Offset(from - 1, to.views() - counts.total()), to);
  }

  /**
   * Returns what the ledger must do with the batch of a direct writer: the rule of {@link
   * SealedBatch#against} for one writer.
   */
  public ApplyVerdict against(AppliedOffsets applied) {
    return sealedAt(Instant.EPOCH).against(applied);
  }

  /** Returns this batch as a sealed one of its writer alone. */
  public SealedBatch sealedAt(Instant at) {
    return new SealedBatch(Map.of(writer, range()), counts, at);
  }
}
