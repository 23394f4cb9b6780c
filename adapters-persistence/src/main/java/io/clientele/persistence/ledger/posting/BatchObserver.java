package io.clientele.persistence.ledger.posting;

import java.time.Duration;

/**
 * Gets the figures of each batch, for telemetry. Implementations return at once and do not throw.
 */
@FunctionalInterface
public interface BatchObserver {
  /** An observer that ignores all batches. */
  BatchObserver NONE = batch -> {};

  /** A batch was decided. */
  void decided(Batch batch);

  /**
   * The figures of a batch.
   *
   * @param transfers that were decided
   * @param skipped transfers whose pocket another session holds
   * @param locking how long the locks took
   */
  record Batch(int transfers, int skipped, Duration locking) {}
}
