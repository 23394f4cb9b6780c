package io.clientele.application.views.pipeline;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.WriterLog;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of one shard in this process: views that no batch holds yet, the log of its batches,
 * and the counts of both. Every method is one short step in memory under this object's lock and
 * never waits.
 */
public final class ProducerState {
  private final Shard shard;
  private final PendingCounts unsent;
  private LagTracker ages = new LagTracker();
  private WriterLog log;
  private long accepted;
  private long lost;
  private long acceptedBefore;
  private long lostBefore;
  private long lostLate;

  /** No unbatched view is older than this time. */
  private long unsentSince;

  /** No view in an unanswered batch is older than this time. */
  private long unansweredSince;

  public ProducerState(Shard shard, WriterId writer, AtomicInteger room) {
    this.shard = Objects.requireNonNull(shard, "shard");
    this.unsent = new PendingCounts(Objects.requireNonNull(room, "room"));
    this.log = new WriterLog(Objects.requireNonNull(writer, "writer"));
  }

  public Shard shard() {
    return shard;
  }

  /** Adds views that are no older than this time. */
  synchronized void add(UUID id, long views, long sinceNanos) {
    unsentSince = unsent.isEmpty() ? sinceNanos : unsentSince;
    if (unsent.add(id, views)) {
      accepted += views;
    } else {
      lost += views;
    }
  }

  /** Moves views that no batch holds to another writer of this process, in one step. */
  synchronized void giveAway(ProducerState other, int accountsMax) {
    var given = unsent.take(accountsMax);
    accepted -= given.total();
    other.take(given, unsentSince);
  }

  private synchronized void take(ViewCounts given, long sinceNanos) {
    unsentSince = unsent.isEmpty() ? sinceNanos : unsentSince;
    unsent.addAll(given);
    accepted += given.total();
  }

  /** Counts views that were discarded before they reached this shard. */
  synchronized void lose(long views) {
    lost += views;
  }

  /** Counts views that came after this process had stopped counting. */
  synchronized void loseLate(long views) {
    lost += views;
    lostLate += views;
  }

  /**
   * Returns the batch to send next: an unanswered one, or a new one, if there are views and {@code
   * mayForm}.
   */
  synchronized Optional<ViewBatch> next(int accountsMax, boolean mayForm, long nowNanos) {
    if (log.isIdle() && !unsent.isEmpty() && mayForm) {
      log.form(unsent.take(accountsMax));
      unansweredSince = unsentSince;
      ages.formed(log.top().seq(), nowNanos);
    }
    return log.next();
  }

  /**
   * Records how a batch was handed to staging. The views of a batch that never left return to the
   * unbatched views, unless it was handed over before.
   */
  synchronized void handedOver(ViewBatch batch, boolean mayHaveLeft) {
    if (!batch.writer().equals(log.writer())) {
      return;
    }
    if (mayHaveLeft) {
      log.sent(batch);
      return;
    }
    var back = log.unsend();
    if (!back.isEmpty()) {
      unsentSince = unansweredSince;
      unsent.addAll(back);
      ages.takenBack(log.top().seq(), keepsAny());
    }
  }

  synchronized void take(ViewBatch sent, AddResult added) {
    if (sent.writer().equals(log.writer())) {
      log.take(sent, added);
    }
  }

  synchronized void sync(WriterId writer, Offset seen) {
    if (writer.equals(log.writer())) {
      log.sync(seen);
    }
  }

  synchronized void prune(WriterId writer, Offset applied, long nowNanos) {
    if (writer.equals(log.writer())) {
      log.prune(applied);
      ages.pruned(applied.seq(), log.top().seq(), nowNanos);
    }
  }

  /** Continues under a new name with every batch that the ledger has under none of its names. */
  synchronized void retire(WriterId next, AppliedOffsets applied, long nowNanos) {
    unansweredSince = log.isIdle() ? nowNanos : unansweredSince;
    log = log.renamed(next, applied);
    var taken = log.top().views() + unsent.views();
    acceptedBefore += accepted - taken;
    accepted = taken;
    lostBefore += lost;
    lost = 0;
    ages = new LagTracker();
    ages.pruned(0, log.top().seq(), nowNanos);
  }

  public synchronized WriterId writer() {
    return log.writer();
  }

  synchronized Offset base() {
    return log.base();
  }

  /** Every name that a kept batch has or had, and its numbers under each. */
  synchronized Map<WriterId, OffsetRange> names() {
    return log.names();
  }

  public synchronized long weight() {
    return log.weight();
  }

  /** Whether a batch is kept, so that staging must be watched. */
  synchronized boolean keepsAny() {
    return log.base().seq() < log.top().seq();
  }

  /** Whether there is a view that the ledger is not known to have. */
  synchronized boolean holdsAny() {
    return keepsAny() || !unsent.isEmpty();
  }

  synchronized boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** The number of accounts with unbatched views. */
  synchronized int unsentAccounts() {
    return unsent.accounts();
  }

  /** Whether views of this account have waited since before this time and are not sent. */
  synchronized boolean isLate(UUID id, long beforeNanos) {
    return unsentSince - beforeNanos < 0 && unsent.of(id) > 0
        || unansweredSince - beforeNanos < 0 && log.hasUnanswered(id);
  }

  /** Whether a batch waits for its answer, or views for a batch. */
  synchronized boolean hasWork() {
    return !unsent.isEmpty() || !log.isIdle();
  }

  public synchronized WriterCounts counted() {
    return new WriterCounts(shard, log.writer(), accepted, lost);
  }

  /** Views accepted since the start of the process, under all names of the writer. */
  synchronized long acceptedEver() {
    return acceptedBefore + accepted;
  }

  /** Views lost above the memory bound since the start of the process. */
  synchronized long lostForRoomEver() {
    return lostBefore + lost - lostLate;
  }

  /** Views lost because they came after the end. */
  synchronized long lostLateEver() {
    return lostLate;
  }

  /** The offset of the last batch, if every view is in a batch and every batch is answered. */
  synchronized Optional<Offset> settled() {
    return unsent.isEmpty() && log.isIdle() ? Optional.of(log.top()) : Optional.empty();
  }

  /** Views that staging is not known to have. */
  synchronized long unsentViews() {
    return unsent.views() + log.top().views() - log.answered().views();
  }

  /**
   * The views of an account after this offset; empty if the log has dropped batches after it, so
   * that the offset is out of date.
   */
  public synchronized Optional<Long> after(Offset applied, UUID id) {
    if (applied.isBefore(log.base())) {
      return Optional.empty();
    }
    var mark = log.base();
    var views = unsent.of(id);
    for (var counts : log.kept()) {
      mark = mark.next(counts.total());
      views += applied.isBefore(mark) ? counts.of(id) : 0;
    }
    return Optional.of(views);
  }

  /** The age of the oldest view that the ledger is not known to have. */
  synchronized Duration oldest(long nowNanos) {
    var kept = ages.oldest(nowNanos);
    var waiting = Duration.ofNanos(unsent.isEmpty() ? 0 : nowNanos - unsentSince);
    return kept.compareTo(waiting) < 0 ? waiting : kept;
  }
}
