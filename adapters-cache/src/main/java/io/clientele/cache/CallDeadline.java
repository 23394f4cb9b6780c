package io.clientele.cache;

import io.clientele.domain.kernel.PortUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The instant by which all commands of one step must have ended. It is bound to the thread that
 * takes the step, so that several commands share one time limit.
 */
final class CallDeadline {
  private static final ScopedValue<Long> AT_NANOS = ScopedValue.newInstance();

  private CallDeadline() {}

  /** Takes a step whose commands have this long together. */
  static <T> T within(Duration limit, Supplier<T> step) {
    return ScopedValue.where(AT_NANOS, System.nanoTime() + limit.toNanos()).call(step::get);
  }

  /** Throws {@link PortUnavailable} for this port if the time of the step is up. */
  static void requireTime(String port) {
    if (AT_NANOS.isBound() && System.nanoTime() - AT_NANOS.get() >= 0) {
      throw new PortUnavailable(port, new TimeoutException("the time of the step is up"));
    }
  }

  /** Returns how long a command may take: the limit of one command, or less; 0 for no time. */
  static long nanosLeft(Duration limit) {
    return AT_NANOS.isBound()
        ? Math.max(0, Math.min(limit.toNanos(), AT_NANOS.get() - System.nanoTime()))
        : limit.toNanos();
  }
}
