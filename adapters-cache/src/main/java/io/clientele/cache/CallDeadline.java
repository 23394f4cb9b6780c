package io.clientele.cache;

import java.time.Duration;
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

  /** Returns how long a command may take: the limit of one command, or less; 0 for no time. */
  static long nanosLeft(Duration limit) {
    return AT_NANOS.isBound()
        ? Math.max(0, Math.min(limit.toNanos(), AT_NANOS.get() - System.nanoTime()))
        : limit.toNanos();
  }
}
