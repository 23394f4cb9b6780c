package io.clientele.application.views.pipeline;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ViewStaging;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the staged batches of one shard into the ledger: RESET, SEAL, then READ and APPLY until
 * none is left. Any instance may run it at any time and be killed at any line: the next run of any
 * instance continues.
 */
public final class ShardFlush {
  /** Bounds the work on one shard while new batches arrive. */
  private static final int BATCHES_MAX = 1_000;

  private final ViewStaging staging;
  private final ViewLedger ledger;

  public ShardFlush(ViewStaging staging, ViewLedger ledger) {
    this.staging = Objects.requireNonNull(staging, "staging");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** The result of one run, and the vector that was read last. */
  public record Run(FlushTotals totals, AppliedOffsets applied) {
    public Run {
      Objects.requireNonNull(totals, "totals");
      Objects.requireNonNull(applied, "applied");
    }
  }

  public Run run(Shard shard) {
    var totals = FlushTotals.NONE;
    var applied = ledger.applied(shard);
    staging.reset(shard, applied);
    staging.seal(shard);
    @Nullable NextBatch refused = null;
    for (var round = 0; round < BATCHES_MAX; round++) {
      var head = staging.read(shard, applied);
      if (head instanceof NextBatch.Nothing) {
        return new Run(totals, applied.open());
      }
      if (head.equals(refused) && isRefusal(against(head, applied))) {
        giveUp(shard, applied, head);
        return new Run(totals, applied.open());
      }
      var posting = post(shard, head);
      if (posting.verdict() == ApplyVerdict.BUSY) {
        return new Run(totals, applied.open());
      }
      totals = head instanceof NextBatch.Batch next ? totals.plus(of(next, posting)) : totals;
      refused = isRefusal(posting.verdict()) ? head : null;
      applied = ledger.applied(shard, writersOf(head));
      if (posting.verdict() == ApplyVerdict.CONFLICT) {
        staging.reset(shard, applied);
      }
    }
    return new Run(totals, applied.open());
  }

  private ApplyResult post(Shard shard, NextBatch head) {
    return head instanceof NextBatch.Batch next
        ? ledger.apply(shard, next.batch())
        : new ApplyResult(ApplyVerdict.GAP, 0);
  }

  /**
   * Quarantines a head that the ledger, read again, refuses twice: it can never be applied. It is
   * kept for inspection. Living writers send their views again, so only views of dead writers can
   * be lost.
   */
  private void giveUp(Shard shard, AppliedOffsets applied, NextBatch refused) {
    ledger.quarantine(shard, staging.segments(shard), against(refused, applied));
    staging.resetNow(shard, applied, refused);
  }

  private static Set<WriterId> writersOf(NextBatch head) {
    return head instanceof NextBatch.Batch next ? next.batch().ranges().keySet() : Set.of();
  }

  private static FlushTotals of(NextBatch.Batch head, ApplyResult posting) {
    return FlushTotals.of(head.batch().counts(), posting);
  }

  private static ApplyVerdict against(NextBatch head, AppliedOffsets applied) {
    return head instanceof NextBatch.Batch next ? next.batch().against(applied) : ApplyVerdict.GAP;
  }

  private static boolean isRefusal(ApplyVerdict verdict) {
    return verdict == ApplyVerdict.GAP || verdict == ApplyVerdict.UNKNOWN;
  }
}
