package io.clientele.domain.views;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import java.util.Collection;
import java.util.List;

/**
 * The fast, shared side: gathers the batches of all writers, shard by shard, until a ledger has
 * them. It may forget anything at any time (go back to an older state, or start empty) without a
 * count being doubled, and without one being lost whose writer lives.
 *
 * <p>Each call is one atomic step of {@link StagedViews} on one shard, and may be repeated: a lost
 * answer does no harm. Implementations are safe for use by many threads, wait a bounded time, and
 * throw {@link PortUnavailable} when they cannot know.
 */
public interface ViewStaging {
  /** Adds a batch; seals first what is open if both together might hold too many accounts. */
  Added add(Shard shard, ViewBatch batch);

  /** Makes what is open a batch of its own. */
  void seal(Shard shard);

  /** Drops what the ledger has, and tells what it needs next. */
  Head read(Shard shard, Applied applied);

  /**
   * Throws the shard away if what is staged stands beside the ledger, and else lets writers that
   * are behind it go on where it stands. The vector must have been read just before.
   */
  Reset reset(Shard shard, Applied applied);

  /**
   * Throws the shard away while the ledger, by a vector that was read just before, still refuses
   * this head. Copy {@link #segments} to quarantine first.
   */
  Reset resetNow(Shard shard, Applied applied, Head refused);

  /** What is staged, sealed or open. */
  List<SealedBatch> segments(Shard shard);

  /** The writer's mark of the last ADD; {@link Mark#START} if it is not known here. */
  Mark seen(Shard shard, WriterId writer);

  /** Forgets a writer that the ledger has removed, but only while nothing of it is open. */
  void forget(Shard shard, WriterId writer);

  /** What is staged for these accounts of the shard and not covered by the vector. */
  Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts);

  /** What is staged in all, for the books. */
  StagedSums sums(Shard shard, Applied applied);
}
