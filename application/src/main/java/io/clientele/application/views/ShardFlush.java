package io.clientele.application.views;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is staged of one shard into the ledger: RESET, SEAL, then READ and APPLY until there
 * is no more. Any instance may run it at any time, and be killed between any two lines: the next
 * run of any instance goes on.
 */
final class ShardFlush {
  /** So that one shard cannot hold a flush up for ever, whatever is added meanwhile. */
  private static final int BATCHES_MAX = 1_000;

  private final ViewStaging staging;
  private final ViewLedger ledger;

  ShardFlush(ViewStaging staging, ViewLedger ledger) {
    this.staging = staging;
    this.ledger = ledger;
  }

  /** What one run has done, and the vector that was read last. */
  record Run(FlushTotals totals, Applied applied) {}

  Run run(Shard shard) {
    var totals = FlushTotals.NONE;
    var applied = ledger.applied(shard);
    staging.reset(shard, applied);
    staging.seal(shard);
    @Nullable Head refused = null;
    for (var round = 0; round < BATCHES_MAX; round++) {
      var head = staging.read(shard, applied);
      if (head instanceof Head.Nothing) {
        return new Run(totals, applied);
      }
      if (head.equals(refused) && isRefusal(against(head, applied))) {
        giveUp(shard, applied, head);
        return new Run(totals, applied);
      }
      var posting = post(shard, head);
      if (posting.verdict() == Verdict.BUSY) {
        return new Run(totals, applied);
      }
      totals = head instanceof Head.Batch next ? totals.plus(of(next, posting)) : totals;
      refused = isRefusal(posting.verdict()) ? head : null;
      applied = ledger.applied(shard);
      if (posting.verdict() == Verdict.CONFLICT) {
        staging.reset(shard, applied);
      }
    }
    return new Run(totals, applied);
  }

  private Posting post(Shard shard, Head head) {
    return head instanceof Head.Batch next
        ? ledger.apply(shard, next.batch())
        : new Posting(Verdict.GAP, 0);
  }

  /**
   * The ledger, read anew, refuses the same head twice: nobody can ever apply it. It is kept for a
   * person to look at; living writers send again, so it costs a dead writer's views at most.
   */
  private void giveUp(Shard shard, Applied applied, Head refused) {
    ledger.quarantine(shard, staging.segments(shard), against(refused, applied));
    staging.resetNow(shard, applied, refused);
  }

  private static FlushTotals of(Head.Batch head, Posting posting) {
    return FlushTotals.of(head.batch().counts(), posting);
  }

  private static Verdict against(Head head, Applied applied) {
    return head instanceof Head.Batch next ? next.batch().against(applied) : Verdict.GAP;
  }

  private static boolean isRefusal(Verdict verdict) {
    return verdict == Verdict.GAP || verdict == Verdict.UNKNOWN;
  }
}
