package io.clientele.cache.testbed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition; a failure contains the last observed value. */
public final class AwaitCondition {
  private static final long PAUSE_NANOS = 5_000_000;

  private AwaitCondition() {}

  public static void until(Duration within, Callable<Boolean> condition) {
    var end = Instant.now().plus(within);
    Exception last = null;
    while (Instant.now().isBefore(end)) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (Exception failed) {
        last = failed;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("did not happen within " + within, last);
  }
}
