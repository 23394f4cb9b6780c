package io.clientele.domain.views.history;

import java.time.Instant;
import java.util.Objects;

/**
 * The result of one flush.
 *
 * @param batches that it applied
 * @param accounts whose totals it raised, counted once for each batch
 * @param views that it added
 * @param rejected views beyond the greatest total
 */
public record FlushRecord(
    Instant at, int batches, long accounts, long views, long rejected, long durationMillis) {
  public FlushRecord {
    Objects.requireNonNull(at, "at");
  }
}
