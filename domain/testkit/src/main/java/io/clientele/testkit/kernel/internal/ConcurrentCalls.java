package io.clientele.testkit.kernel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Runs calls in threads that start at the same moment. */
public final class ConcurrentCalls {
  private static final long PATIENCE_SECONDS = 60;

  private ConcurrentCalls() {}

  /** Runs the work of each thread, numbered from 0, and returns their results in that order. */
  public static <T> List<T> together(int threads, IntFunction<T> work) {
    var barrier = new CyclicBarrier(threads);
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var futures = new ArrayList<Future<T>>();
      for (var i = 0; i < threads; i++) {
        var number = i;
        Callable<T> task =
            () -> {
              barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return work.apply(number);
            };
        futures.add(pool.submit(task));
      }
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Waits until the condition is met; fails the test after a minute or an interrupt. */
  public static void await(String condition, BooleanSupplier isMet) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isMet.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted() || System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + PATIENCE_SECONDS + " seconds: " + condition);
      }
      Thread.onSpinWait();
    }
  }

  /** Returns the result of a thread; a failure of the thread fails the test. */
  public static <T> T result(Future<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e.getCause());
    } catch (Exception e) {
      throw new AssertionError("a thread did not end", e);
    }
  }
}
