package io.clientele.domain.views;

/** What a ledger makes of a batch; only {@link #OK} changes it. */
public enum ApplyVerdict {
  /** It goes on where the ledger stands: it is added. */
  OK,
  /** The ledger has all of it. */
  DUPLICATE,
  /** The ledger has a part of it: the fast side went back, and must be reset. */
  CONFLICT,
  /** Batches before it are missing. */
  GAP,
  /** It names a writer without a row. */
  UNKNOWN,
  /** Another instance is at this shard: leave it to that one. */
  BUSY
}
