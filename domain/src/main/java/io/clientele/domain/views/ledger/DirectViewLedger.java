package io.clientele.domain.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The durable store of views, for writers that apply their own batches: totals per account, and the
 * offset up to which it applied each writer's batches. A counter without staging needs no more.
 *
 * <p>One call is one transaction. A caller that does not know the result may repeat the call.
 * {@link ShardWriters} has the rules of the rows as pure functions. Implementations are safe for
 * use by many threads and processes, wait a bounded time for a locked shard and then throw {@link
 * PortUnavailable}, as they do when the store cannot be reached.
 */
public interface DirectViewLedger {
  /** The number of shards, fixed when the ledger is created. */
  Sharding shards();

  /**
   * Creates a writer's rows, before it sends anything. An existing row stays and its silence ends.
   * A writer with a {@link WriterTombstone} gets no row: {@link #retire} creates it.
   */
  void register(WriterId writer, DeliveryPath via, Collection<Shard> shards);

  /**
   * Stores the counts that writers report, at most one row per shard. They replace the stored
   * counts, even by smaller ones.
   *
   * @return the offset of each row; a shard without a row is absent
   */
  Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted);

  /**
   * Adds a direct writer's own batch by the rule of {@link ViewBatch#against}. Waits for the
   * shard's lock for a bounded time, then throws. Raises each total at most once; views beyond 2^63
   * - 1 are rejected. A batch that continues at the offset of a removed writer restores its row.
   * Returns UNKNOWN for a retired name, whose writer has yet to learn the new one.
   *
   * @param formedAt its UTC hour is the hour of the views
   * @param movedFrom the counts of the other writer of the process, which gave the views away
   */
  ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom);

  /**
   * Gives a living writer a new name, unless its row or its tombstone has reached the batches that
   * it keeps: then the row is restored and nothing else is done. All earlier rows of the writer are
   * removed, and each name leaves a {@link WriterTombstone} that is retired. What the rows had
   * applied is added to the shard's sums, and so is what was lost: {@code old.lost()}, and what
   * neither the writer keeps nor the old row has. Repeating it changes nothing more.
   *
   * @param kept each name that a kept batch has or had, including the old one, with the numbers of
   *     the kept batches under it
   */
  RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next);

  /**
   * Removes a silent writer's row if it is still silent and at this offset. Its sums are added to
   * the shard's; accepted views that never arrived count as lost. A {@link WriterTombstone} stays,
   * for at least 90 days: a writer that was only cut off gets its row back.
   */
  void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor);

  /** Returns the totals of these accounts with the offsets of their shards, of one instant. */
  PersistedTotals totals(Collection<UUID> accounts);

  /** Returns all rows of these shards, of one instant. */
  List<ShardSnapshot> snapshots(Collection<Shard> shards);
}
