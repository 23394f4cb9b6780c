package io.clientele.testbed;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that other processes bring about. */
public final class Await {
  /** A time limit far above the normal time, for busy machines. */
  public static final Duration LONG = Duration.ofSeconds(60);

  private Await() {}

  public static void until(String what, Callable<Boolean> isSo) {
    var deadline = System.nanoTime() + LONG.toNanos();
    Exception last = null;
    while (System.nanoTime() - deadline < 0) {
      try {
        if (isSo.call()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      pause(Duration.ofMillis(20));
    }
    throw new AssertionError("never came: " + what, last);
  }

  /** Pauses, to pace a load or a fault; not a substitute for waiting for a condition. */
  public static void pause(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
  }
}
