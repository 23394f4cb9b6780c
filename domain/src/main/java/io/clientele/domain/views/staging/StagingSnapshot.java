package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.WriterId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The state of one shard of staging, for reconciliation.
 *
 * @param seen every writer's offset of the last ADD
 * @param start every writer's offset at the last seal
 * @param dropped the highest offset among dropped batches, of writers whose row was not removed
 *     since
 * @param named the writers of batches that are sealed and not dropped
 * @param openViews the views that are not sealed yet
 * @param sealedViews the views of sealed batches that the vector does not cover
 * @param isLate whether a batch was applied and dropped after the vector was read
 */
public record StagingSnapshot(
    Map<WriterId, Offset> seen,
    Map<WriterId, Offset> start,
    Map<WriterId, Offset> dropped,
    Set<WriterId> named,
    long openViews,
    long sealedViews,
    boolean isLate) {
  public StagingSnapshot {
    seen = Map.copyOf(Objects.requireNonNull(seen, "seen"));
    start = Map.copyOf(Objects.requireNonNull(start, "start"));
    dropped = Map.copyOf(Objects.requireNonNull(dropped, "dropped"));
    named = Set.copyOf(Objects.requireNonNull(named, "named"));
  }
}
