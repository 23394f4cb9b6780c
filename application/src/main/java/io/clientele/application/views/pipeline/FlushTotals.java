package io.clientele.application.views.pipeline;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.domain.views.ledger.ApplyResult;
import java.time.Duration;
import java.time.Instant;

/** Sums over the batches that a flush brought into the ledger. */
public record FlushTotals(int batches, long accounts, long views, long rejected) {
  public static final FlushTotals NONE = new FlushTotals(0, 0, 0, 0);

  /** The totals of one batch; a duplicate, which another instance applied, has none. */
  public static FlushTotals of(ViewCounts counts, ApplyResult posting) {
    return posting.verdict() == ApplyVerdict.OK
        ? new FlushTotals(1, counts.size(), counts.total() - posting.rejected(), posting.rejected())
        : NONE;
  }

  public FlushTotals plus(FlushTotals other) {
    return new FlushTotals(
        batches + other.batches,
        accounts + other.accounts,
        views + other.views,
        rejected + other.rejected);
  }

  public FlushRecord asFlush(Instant at, Duration took) {
    return new FlushRecord(at, batches, accounts, views, rejected, took.toMillis());
  }
}
