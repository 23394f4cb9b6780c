package io.clientele.domain.views.history;

import java.time.Instant;

/**
 * What one flush has done.
 *
 * @param batches that it applied
 * @param accounts whose totals it raised, once for each batch
 * @param views that it added
 * @param rejected views that no total could take
 */
public record FlushRecord(
    Instant at, int batches, long accounts, long views, long rejected, long durationMillis) {}
