package io.clientele.domain.webhook.lane;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The failures of the first event of a lane.
 *
 * @param attempts how many failed
 * @param counted how many of these count: see {@link PoisonRule}
 * @param firstCounted the time of the first counted failure; null if there is none
 * @param lastCounted the time of the last counted failure; null if there is none
 * @param notBefore the earliest time of the next attempt; null for now
 */
public record LaneFailures(
    int attempts,
    int counted,
    @Nullable Instant firstCounted,
    @Nullable Instant lastCounted,
    @Nullable Instant notBefore) {
  /** No failure. */
  public static final LaneFailures NONE = new LaneFailures(0, 0, null, null, null);

  public LaneFailures {
    if ((counted == 0) != (firstCounted == null) || (counted == 0) != (lastCounted == null)) {
      throw new IllegalArgumentException("counted failures have a first and a last one");
    }
  }

  /** Adds a failure that does not count. */
  public LaneFailures uncounted() {
    return new LaneFailures(attempts + 1, counted, firstCounted, lastCounted, notBefore);
  }

  /** Adds a failure that counts. */
  LaneFailures counted(Instant now) {
    var first = firstCounted == null ? now : firstCounted;
    return new LaneFailures(attempts + 1, counted + 1, first, now, notBefore);
  }

  /** Returns these failures with the time of the next attempt. */
  public LaneFailures waiting(@Nullable Instant until) {
    return new LaneFailures(attempts, counted, firstCounted, lastCounted, until);
  }

  /** Whether the next attempt may be made. */
  public boolean isDue(Instant now) {
    return notBefore == null || !notBefore.isAfter(now);
  }

  /** The time from the first to the last counted failure. */
  Duration span() {
    return firstCounted == null || lastCounted == null
        ? Duration.ZERO
        : Duration.between(firstCounted, lastCounted);
  }
}
