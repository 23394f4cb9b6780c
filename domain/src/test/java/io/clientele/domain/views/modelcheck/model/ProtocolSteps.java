package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.modelcheck.mutant.ProtocolMutant;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import io.clientele.domain.views.staging.WriterLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every step, by the domain's own classes. A {@link ProtocolMutant} overrides one to remove a rule.
 */
public class ProtocolSteps {
  public Step<AddResult> add(StagingState staged, ViewBatch batch) {
    return staged.add(batch);
  }

  StagingState seal(StagingState staged) {
    return staged.seal(Instant.EPOCH);
  }

  public Step<NextBatch> read(StagingState staged, AppliedOffsets applied) {
    return staged.read(applied);
  }

  public Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
    return staged.reset(applied);
  }

  Step<ResetResult> resetNow(StagingState staged, AppliedOffsets applied, NextBatch refused) {
    return staged.resetNow(applied, refused);
  }

  public StagingState removed(StagingState staged, WriterId writer, Offset at) {
    return staged.removed(writer, at);
  }

  public StagingState forget(StagingState staged, WriterId writer, Offset upTo) {
    return staged.forget(writer, upTo);
  }

  public Standing standing(StagingState staged, AppliedOffsets applied) {
    return staged.standing(applied);
  }

  public long pending(StagingState staged, AppliedOffsets applied, UUID id) {
    return staged.pending(applied, id);
  }

  public ApplyVerdict against(SealedBatch batch, AppliedOffsets applied) {
    return batch.against(applied);
  }

  public LedgerState apply(LedgerState ledger, SealedBatch batch) {
    return ledger.plus(batch, (row, span) -> span.to());
  }

  /** Applies a batch as a segment: its views are in no total until {@link #fold}. */
  public LedgerState append(LedgerState ledger, SealedBatch batch) {
    var applied = apply(ledger, batch);
    return applied.holding(ledger.totals(), ledger.segments().plus(batch.counts()));
  }

  /** Whether FOLD holds the shard from its reading of the segments to its commit. */
  public boolean foldsUnderLock() {
    return true;
  }

  /** Adds the segments that FOLD has read to the totals and deletes them, in one transaction. */
  public LedgerState fold(LedgerState ledger, ViewCounts read) {
    return ledger.holding(ledger.totals().plus(read), ViewCounts.NONE);
  }

  /** Whether a live total reads totals and segments in one snapshot. */
  public boolean readsOneSnapshot() {
    return true;
  }

  /** The persisted views that a live total reads. */
  public ViewCounts persisted(LedgerState ledger) {
    return ledger.persisted();
  }

  /** Whether segments may be written while an instance runs that does not read them. */
  public boolean appendsBesideOldVersion() {
    return false;
  }

  /** Removes the row of a silent writer. */
  public LedgerState remove(LedgerState ledger, WriterId writer) {
    return ledger.marked(writer, false);
  }

  /** Ends each name of a writer's batches, under the lock of the shard. */
  public LedgerState retire(LedgerState ledger, WriterLog log) {
    var names = log.names().keySet();
    var next = ledger.withRowsOf(names);
    for (var name : names) {
      next = next.marked(name, true);
    }
    return next;
  }

  /** Returns the log with which the writer continues, by the ledger's offsets of its names. */
  public WriterLog rename(WriterLog log, WriterId next, LedgerState ledger) {
    return log.renamed(next, ledger.reached(log.names().keySet()));
  }

  public void take(WriterLog log, ViewBatch sent, AddResult added) {
    log.take(sent, added);
  }

  public void sync(WriterLog log, Offset seen) {
    log.sync(seen);
  }

  public void prune(WriterLog log, Offset applied) {
    log.prune(applied);
  }

  /** Records that these batches are sent. */
  public void sent(WriterLog log, ViewBatch batches) {
    log.sent(batches);
  }

  /** Takes back a refused batch. */
  public ViewCounts unsend(WriterLog log) {
    return log.unsend();
  }

  /** Changes nothing in the kept batches of a writer. */
  public List<ViewCounts> tidy(List<ViewCounts> kept, int answered) {
    return kept;
  }
}
