package io.clientele.domain.views;

import java.time.Instant;

/**
 * The views of one bucket.
 *
 * @param from when it begins
 */
public record Slice(Instant from, long views) {}
