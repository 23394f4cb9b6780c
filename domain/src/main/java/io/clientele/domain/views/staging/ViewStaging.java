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
 * The fast, shared side: gathers the batches of all writers, shard by shard, until a ledger has
 * them. It may forget anything at any time (go back to an older state, or start empty) without a
 * count being doubled, and without one being lost whose writer lives.
 *
 * <p>Each call is one atomic step of {@link StagingState} on one shard, and may be repeated: a lost
 * answer does no harm. Implementations are safe for use by many threads, wait a bounded time, and
 * throw {@link PortUnavailable} when they cannot know.
 */
public interface ViewStaging {
  /**
   * Adds a batch; seals first what is open if both together might hold too many accounts.
   *
   * @throws PortUnavailable if there is no answer, and the batch may be added at any later time;
   *     one that {@link PortUnavailable#isRefused} was not added and never will be by this call
   */
  AddResult add(Shard shard, ViewBatch batch);

  /** Makes what is open a batch of its own. */
  void seal(Shard shard);

  /** Drops what the ledger has, and tells what it needs next. */
  NextBatch read(Shard shard, AppliedOffsets applied);

  /**
   * Throws the shard away if what is staged stands beside the ledger, and else lets writers that
   * are behind it go on where it stands. The vector must have been read just before.
   */
  ResetResult reset(Shard shard, AppliedOffsets applied);

  /**
   * Throws the shard away while the ledger, by a vector that was read just before, still refuses
   * this head. Copy {@link #segments} to quarantine first.
   */
  ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused);

  /** What is staged, sealed or open. */
  List<SealedBatch> segments(Shard shard);

  /** The writer's mark of the last ADD; {@link Offset#START} if it is not known here. */
  Offset seen(Shard shard, WriterId writer);

  /**
   * Forgets a writer that the ledger has removed, but only while nothing of it is open and it was
   * not seen past the mark at which it was removed.
   */
  void forget(Shard shard, WriterId writer, Offset upTo);

  /** What is staged for these accounts of the shard and not covered by the vector. */
  PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts);

  /** What is staged in all, for the books. */
  StagingSnapshot sums(Shard shard, AppliedOffsets applied);
}
