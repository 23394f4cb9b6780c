package io.clientele.domain.ledger.proof;

/**
 * Proves that the ledger balances. Whole days that were proved are not read again. Safe for use by
 * many threads. Throws {@code PortUnavailable}.
 */
public interface LedgerProof {
  /** Compares sums, balances, entries, legs, holds and floors since the last proved day. */
  LedgerReconciliation reconcile();

  /**
   * Proves the first whole day (in UTC) that is over and not proved yet, and stores the balances at
   * its end.
   */
  DayProof proveNextDay();

  /** How the proof of a day ends. */
  enum DayProof {
    /** The day is proved; the next one may be, too. */
    PROVED,
    /** Entries of the day do not explain its balances, or contradict its transfers. */
    BROKEN,
    /** No day is over that is not proved, or another process proves it. */
    NOTHING_TO_PROVE
  }
}
