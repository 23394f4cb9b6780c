package io.clientele.domain.views.history;

import java.time.Instant;
import java.util.Objects;

/**
 * The views of one bucket.
 *
 * @param from the beginning of the bucket
 */
public record DataPoint(Instant from, long views) {
  public DataPoint {
    Objects.requireNonNull(from, "from");
  }
}
