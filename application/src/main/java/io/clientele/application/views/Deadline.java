package io.clientele.application.views;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a bounded piece of work, by a clock that never goes back. */
final class Deadline {
  private final long began;
  private final long withinNanos;
  private final LongSupplier nanoTime;

  private Deadline(Duration within, LongSupplier nanoTime) {
    this.began = nanoTime.getAsLong();
    this.withinNanos = within.toNanos();
    this.nanoTime = nanoTime;
  }

  /** A deadline so far from now. */
  static Deadline in(Duration within, LongSupplier nanoTime) {
    return new Deadline(within, nanoTime);
  }

  /** The time since the beginning. */
  Duration taken() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }

  /** The time left; zero when it is over, never below. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, withinNanos - taken().toNanos()));
  }

  boolean isOver() {
    return left().isZero();
  }
}
