package io.clientele.testbed.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Starts calls at a fixed rate, each on a thread of its own, without waiting for earlier calls. */
public final class FixedRateCalls implements AutoCloseable {
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final Thread clock;
  private volatile boolean isStopped;

  private FixedRateCalls(int perSecond, int atOnceMax, Call call, LongConsumer skip) {
    clock = Thread.ofPlatform().name("beat").start(() -> run(perSecond, atOnceMax, call, skip));
  }

  /** The repeated call. */
  public interface Call {
    /**
     * Makes one call.
     *
     * @param number from 0
     * @param due by the JVM's nanosecond clock
     */
    void make(long number, long due);
  }

  public static FixedRateCalls start(int perSecond, Call call) {
    return start(perSecond, Integer.MAX_VALUE, call, due -> {});
  }

  /**
   * Starts the calls. A call that is due while {@code atOnceMax} calls run is skipped, on the
   * timer's thread.
   */
  static FixedRateCalls start(int perSecond, int atOnceMax, Call call, LongConsumer skip) {
    return new FixedRateCalls(perSecond, atOnceMax, call, skip);
  }

  /** Stops, and waits until every call has ended. */
  @Override
  public void close() {
    isStopped = true;
    try {
      clock.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.close();
  }

  private void run(int perSecond, int atOnceMax, Call call, LongConsumer skip) {
    var began = System.nanoTime();
    for (var i = 0L; !isStopped; i++) {
      var number = i;
      var due = began + i * 1_000_000_000L / perSecond;
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (atOnce.get() < atOnceMax) {
        atOnce.incrementAndGet();
        calls.execute(() -> make(call, number, due));
      } else {
        skip.accept(due);
      }
    }
  }

  private void make(Call call, long number, long due) {
    try {
      call.make(number, due);
    } finally {
      atOnce.decrementAndGet();
    }
  }
}
