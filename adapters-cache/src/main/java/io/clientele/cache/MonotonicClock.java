package io.clientele.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that only goes forward: the time since it was made, counted from 1970 by {@link
 * System#nanoTime}. A step of the machine's clock would otherwise keep a circuit breaker open for
 * as long as the step.
 */
final class MonotonicClock extends Clock {
  private final long beganNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - beganNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
