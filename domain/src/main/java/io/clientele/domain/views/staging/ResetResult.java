package io.clientele.domain.views.staging;

/** The result of a RESET. */
public enum ResetResult {
  /** Staged batches join the ledger: nothing was discarded. */
  CLEAN,
  /** Staged batches were discarded; living writers send again what the ledger does not have. */
  DISCARDED
}
