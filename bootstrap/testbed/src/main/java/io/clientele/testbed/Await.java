package io.clientele.testbed;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do; never longer than it takes. */
public final class Await {
  /** Far beyond what anything here takes, for machines with much else to do. */
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

  /** Gives others time; for pacing a load or a fault, never instead of waiting for something. */
  public static void pause(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
  }
}
