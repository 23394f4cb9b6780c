package io.clientele.application.views.pipeline;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.WriterCounts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Both paths of one shard into the ledger: through staging, and directly while staging is
 * unavailable for long. A failing staging is called with exponential backoff, up to once a second.
 */
public final class ShardPipeline {
  private static final long DIRECT_AFTER_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE_MIN_NANOS = Duration.ofMillis(50).toNanos();
  private static final long PAUSE_MAX_NANOS = Duration.ofSeconds(1).toNanos();

  private final StagingSender staged;
  private final DirectSender direct;
  private final LongSupplier nanoTime;
  private boolean isFailing;
  private long failingSince;
  private long notBefore;
  private long pause;

  ShardPipeline(StagingSender staged, DirectSender direct, LongSupplier nanoTime) {
    this.staged = staged;
    this.direct = direct;
    this.nanoTime = nanoTime;
  }

  public Shard shard() {
    return memory().shard();
  }

  public ProducerState memory() {
    return staged.memory();
  }

  public StagingSender staged() {
    return staged;
  }

  public DirectSender direct() {
    return direct;
  }

  /**
   * Runs a step that calls staging; a failed step is repeated after a pause and loses nothing.
   *
   * @param step returns whether staging was called and answered; a step without a call returns
   *     false
   */
  public void attempt(BooleanSupplier step) {
    if (mayTry()) {
      try {
        if (step.getAsBoolean()) {
          succeeded();
        }
      } catch (PortUnavailable away) {
        failed();
      }
    }
  }

  /** Sends unsent views directly if staging is unavailable for long, and completes direct sends. */
  public FlushTotals goDirect(Deadline deadline) {
    return isAwayForLong() ? goDirectNow(deadline) : endDirect(deadline);
  }

  /** Sends unsent views directly at once, before the process ends. */
  public FlushTotals goDirectNow(Deadline deadline) {
    while (memory().hasUnsent()) {
      memory().giveAway(direct.memory(), SealedBatch.ACCOUNTS_MAX);
    }
    return endDirect(deadline);
  }

  /** Whether this process still holds views of the account that are older than this time. */
  public boolean isLate(UUID id, long beforeNanos) {
    return memory().isLate(id, beforeNanos) || direct.memory().isLate(id, beforeNanos);
  }

  /** Whether this process holds views that are not known to be in the ledger. */
  public boolean holdsAny() {
    return memory().holdsAny() || direct.memory().holdsAny();
  }

  public List<WriterCounts> counted() {
    return List.of(memory().counted(), direct.memory().counted());
  }

  private FlushTotals endDirect(Deadline deadline) {
    return direct.apply(() -> List.of(memory().counted()), deadline).totals();
  }

  private synchronized boolean mayTry() {
    return !isFailing || nanoTime.getAsLong() - notBefore >= 0;
  }

  private synchronized boolean isAwayForLong() {
    return isFailing && nanoTime.getAsLong() - failingSince >= DIRECT_AFTER_NANOS;
  }

  private synchronized void succeeded() {
    isFailing = false;
    pause = 0;
  }

  private synchronized void failed() {
    var now = nanoTime.getAsLong();
    failingSince = isFailing ? failingSince : now;
    isFailing = true;
    pause = Math.min(PAUSE_MAX_NANOS, Math.max(PAUSE_MIN_NANOS, pause * 2));
    notBefore = now + pause;
  }
}
