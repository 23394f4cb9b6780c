package io.clientele.domain.views.history;

import java.time.Instant;

/**
 * The views of one bucket.
 *
 * @param from when it begins
 */
public record DataPoint(Instant from, long views) {}
