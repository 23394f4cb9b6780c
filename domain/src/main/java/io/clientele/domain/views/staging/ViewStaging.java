package io.clientele.domain.views.staging;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The fast, shared store that collects the batches of all writers, by shard, until the ledger has
 * them. It may lose data at any time (return to an older state, or start empty): no count is then
 * doubled, and none of a living writer is lost.
 *
 * <p>Each call is one atomic step of {@link StagingState} on one shard, and may be repeated after a
 * lost answer. Implementations are safe for use by many threads. A call waits a bounded time and
 * then throws {@link PortUnavailable}.
 */
public interface ViewStaging {
  /**
   * Adds a batch; first seals the open views if both together might have too many accounts.
   *
   * @throws PortUnavailable if there is no answer, and the batch may be added at any later time;
   *     one that {@link PortUnavailable#isRefused} was not added and never will be by this call
   */
  AddResult add(Shard shard, ViewBatch batch);

  /** Turns the open views into a batch. */
  void seal(Shard shard);

  /** Drops what the ledger has, and returns what it needs next. */
  NextBatch read(Shard shard, AppliedOffsets applied);

  /**
   * Discards the shard if its batches do not join the ledger; otherwise moves writers that are
   * behind to the ledger's offset. The vector must have been read just before.
   */
  ResetResult reset(Shard shard, AppliedOffsets applied);

  /**
   * Discards the shard while the ledger, by a vector that was read just before, still refuses this
   * head. Copy {@link #segments} to quarantine first.
   */
  ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused);

  /** Returns all staged batches, sealed and open. */
  List<SealedBatch> segments(Shard shard);

  /** The writer's offset of the last ADD; {@link Offset#START} for an unknown writer. */
  Offset seen(Shard shard, WriterId writer);

  /**
   * Records that the ledger removed a writer's row at this offset. Until then a vector without the
   * writer is late, for it may be older than the row.
   */
  void removed(Shard shard, WriterId writer, Offset at);

  /**
   * Forgets a writer that the ledger has removed, but only while it has no open views and was not
   * seen past the offset at which it was removed.
   */
  void forget(Shard shard, WriterId writer, Offset upTo);

  /** Returns the views that are staged for these accounts and not covered by the vector. */
  PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts);

  /** Returns the state of the shard for reconciliation. */
  StagingSnapshot snapshot(Shard shard, AppliedOffsets applied);
}
