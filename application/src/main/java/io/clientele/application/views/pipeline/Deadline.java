package io.clientele.application.views.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a bounded piece of work, by a monotonic clock. */
public final class Deadline {
  private final long began;
  private final long withinNanos;
  private final LongSupplier nanoTime;

  private Deadline(Duration within, LongSupplier nanoTime) {
    this.began = nanoTime.getAsLong();
    this.withinNanos = within.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Creates a deadline after this time. */
  public static Deadline in(Duration within, LongSupplier nanoTime) {
    return new Deadline(within, nanoTime);
  }

  /** The time since its creation. */
  public Duration taken() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }

  /** The remaining time; zero when it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, withinNanos - taken().toNanos()));
  }

  public boolean isOver() {
    return left().isZero();
  }
}
