package io.clientele.bootstrap;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Calls so often a second, whatever becomes of the calls: each on a thread of its own. */
final class Beat implements AutoCloseable {
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread clock;
  private volatile boolean isStopped;

  private Beat(int perSecond, Call call) {
    clock = Thread.ofPlatform().name("beat").start(() -> run(perSecond, call));
  }

  /** What is done each time. */
  interface Call {
    /**
     * The next.
     *
     * @param number from 0
     * @param due by the JVM's nanosecond clock
     */
    void make(long number, long due);
  }

  static Beat start(int perSecond, Call call) {
    return new Beat(perSecond, call);
  }

  /** From then on every call is over. */
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

  private void run(int perSecond, Call call) {
    var began = System.nanoTime();
    for (var i = 0L; !isStopped; i++) {
      var number = i;
      var due = began + i * 1_000_000_000L / perSecond;
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      calls.execute(() -> call.make(number, due));
    }
  }
}
