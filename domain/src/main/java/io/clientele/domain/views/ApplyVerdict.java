package io.clientele.domain.views;

/** The ledger's decision on a batch. Only {@link #OK} changes the ledger. */
public enum ApplyVerdict {
  /** The batch continues at the ledger's offsets: it is added. */
  OK,
  /** The ledger has the whole batch. */
  DUPLICATE,
  /** The ledger has a part of the batch: staging went back, and must be reset. */
  CONFLICT,
  /** Earlier batches are missing. */
  GAP,
  /** The batch names a writer without a row. */
  UNKNOWN,
  /** Another instance holds this shard: leave the batch to it. */
  BUSY
}
