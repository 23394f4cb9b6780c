package io.clientele.domain.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The durable store of views, for writers through staging as well as for direct ones. A caller that
 * does not know the result of {@link #apply} may call {@link #applied} or repeat the call.
 * Implementations are safe for use by many threads and processes. A call waits a bounded time for a
 * locked shard or for the store, and then throws {@link PortUnavailable}; {@link #apply} does not
 * wait for a shard.
 */
public interface ViewLedger extends DirectViewLedger {
  /** Returns the offsets of the writers through staging that have a row. */
  default AppliedOffsets applied(Shard shard) {
    return applied(shard, Set.of());
  }

  /**
   * Returns the offsets of the writers through staging that have a row, and of the named writers
   * that have a {@link WriterTombstone} instead, by {@link WriterTombstone#asRead}.
   */
  AppliedOffsets applied(Shard shard, Collection<WriterId> named);

  /**
   * Adds a sealed batch by the rule of {@link SealedBatch#against}, under the shard's lock. Raises
   * each total at most once; views beyond 2^63 - 1 are rejected. Reads a {@link WriterTombstone} as
   * the row of its writer; a batch that continues at the offset of a removed writer restores the
   * row. Returns BUSY at once while another transaction holds the shard.
   */
  ApplyResult apply(Shard shard, SealedBatch batch);

  /**
   * Copies batches that cannot be applied to quarantine before they are discarded, and raises the
   * accepted views of their writers to what the batches show.
   */
  void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why);
}
