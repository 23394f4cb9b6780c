package io.clientele.application.views;

import io.clientele.domain.views.Flush;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewCounts;
import java.time.Duration;
import java.time.Instant;

/** What batches have brought into the ledger, added up while a flush runs. */
record FlushTotals(int batches, long accounts, long views, long rejected) {
  static final FlushTotals NONE = new FlushTotals(0, 0, 0, 0);

  /** One batch; a duplicate was brought by someone else. */
  static FlushTotals of(ViewCounts counts, Posting posting) {
    return posting.verdict() == Verdict.OK
        ? new FlushTotals(1, counts.size(), counts.total() - posting.rejected(), posting.rejected())
        : NONE;
  }

  FlushTotals plus(FlushTotals other) {
    return new FlushTotals(
        batches + other.batches,
        accounts + other.accounts,
        views + other.views,
        rejected + other.rejected);
  }

  Flush asFlush(Instant at, Duration took) {
    return new Flush(at, batches, accounts, views, rejected, took.toMillis());
  }
}
