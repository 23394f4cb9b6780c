package io.clientele.domain.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The durable side: totals per account, and how far each writer's batches are in them. One call is
 * one transaction. A caller that does not know how it ended may call {@link #applied} or repeat it.
 * Implementations are safe for use by many threads and processes, wait a bounded time, and throw
 * {@link PortUnavailable} when they cannot know.
 */
public interface ViewLedger {
  /** How many shards this ledger was made with; it never changes. */
  Sharding shards();

  /**
   * Gives a writer its rows, before it sends anything. A row that stands stays as it is, and its
   * silence ends. A writer with a {@link WriterMark} gets no row: {@link #retire} gives it back.
   */
  void register(WriterId writer, DeliveryPath via, Collection<Shard> shards);

  /**
   * Takes down what writers say of themselves, one row per shard at most.
   *
   * @return the mark of each row; a shard is missing where the row is
   */
  Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted);

  /** How far the writers through staging are that have a row. */
  default AppliedOffsets applied(Shard shard) {
    return applied(shard, Set.of());
  }

  /**
   * How far the writers through staging are that have a row, and those of the named writers that
   * have a {@link WriterMark} instead, as {@link WriterMark#asRead} gives it.
   */
  AppliedOffsets applied(Shard shard, Collection<WriterId> named);

  /**
   * Adds a sealed batch by the rule of {@link SealedBatch#against}, under the shard's lock and each
   * total at most once; a total that would pass 2^63 - 1 stays there, the rest is rejected. Reads a
   * {@link WriterMark} as the row of its writer; a batch that continues at the mark of a removed
   * writer brings the row back. Answers BUSY at once while another transaction holds the shard.
   */
  ApplyResult apply(Shard shard, SealedBatch batch);

  /**
   * Adds a direct writer's own batch: the same rule, but the shard's lock is waited for, a bounded
   * time. A name that was retired is UNKNOWN: its writer has yet to learn the new one.
   *
   * @param formedAt its UTC hour is the hour of the views
   * @param movedFrom what another writer of the process says of itself, now that it gave the views
   *     away
   */
  ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom);

  /**
   * Copies to quarantine what cannot be applied and is about to be thrown away, and raises what its
   * writers have accepted to what the segments show of them.
   */
  void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why);

  /**
   * Has a living writer go on under a new name, which it registers, unless its row or its mark has
   * reached what it keeps: then the row stands again and nothing else is done. All earlier rows of
   * the writer go, and each name keeps a {@link WriterMark} that is retired. What the rows had
   * applied goes to the shard's sums, and so does what was lost: {@code old.lost()}, and what the
   * writer no longer keeps and the old row does not have. Repeating it changes nothing more.
   *
   * @param kept each name that a kept batch has or had, the old one always among them, with the
   *     numbers of the kept batches under it
   */
  RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next);

  /**
   * Takes a silent writer's row away if it is still as silent and stands at this mark; its sums go
   * to the shard's, and what it had accepted and never brought here counts as lost. A {@link
   * WriterMark} stays, for 90 days at least: a writer that was only cut off gets its row back.
   */
  void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor);

  /** Totals of these accounts, with the marks of their shards, of one instant. */
  PersistedTotals totals(Collection<UUID> accounts);

  /** All rows of these shards, of one instant. */
  List<ShardSnapshot> books(Collection<Shard> shards);
}
