package io.clientele.application.kernel;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the runs of one job, one at a time. Each schedule has a number, and a run whose number
 * is out of date does nothing: a run that was brought forward replaces the scheduled one.
 */
final class RepeatedJob {
  private final Job job;
  private final ScheduledExecutorService executor;
  private final RandomGenerator random;
  private final Runnable task;

  private long schedule;
  private long dueNanos;
  private @Nullable Future<?> next;
  private boolean isRunning;
  private boolean isWoken;
  private boolean isStopped;

  RepeatedJob(
      Job job, ScheduledExecutorService executor, RandomGenerator random, JobListener listener) {
    this.job = job;
    this.executor = executor;
    this.random = random;
    this.task = job.task(listener);
  }

  void start() {
    schedule(pauseNanos(Duration.ZERO));
    var wakeup = job.wakeup();
    if (wakeup != null) {
      wakeup.runBy(this::wake);
    }
  }

  /** Schedules no further run. */
  synchronized void stop() {
    isStopped = true;
    cancel();
  }

  /** Waits until no run is left; returns false if one is after this time. */
  synchronized boolean awaitIdle(long time, TimeUnit unit) throws InterruptedException {
    var deadline = System.nanoTime() + unit.toNanos(time);
    for (var left = unit.toNanos(time);
        isRunning && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !isRunning;
  }

  private void run(long number) {
    if (!begin(number)) {
      return;
    }
    var began = System.nanoTime();
    task.run();
    end(Duration.ofNanos(System.nanoTime() - began));
  }

  private synchronized boolean begin(long number) {
    if (isStopped || number != schedule) {
      return false;
    }
    isRunning = true;
    isWoken = false;
    var wakeup = job.wakeup();
    if (wakeup != null) {
      wakeup.begin();
    }
    return true;
  }

  private synchronized void end(Duration took) {
    isRunning = false;
    notifyAll();
    var pause = pauseNanos(took);
    schedule(isWoken ? Math.max(0, Math.min(pause, dueNanos - System.nanoTime())) : pause);
  }

  private long pauseNanos(Duration took) {
    return job.pauseAfter(took, random.nextDouble()).toNanos();
  }

  /** Brings the next run forward to this time from now, if it is later. */
  private synchronized void wake(long nanos) {
    var due = System.nanoTime() + nanos;
    if (isRunning) {
      dueNanos = isWoken && dueNanos - due < 0 ? dueNanos : due;
      isWoken = true;
    } else if (due - dueNanos < 0) {
      schedule(nanos);
    }
  }

  private synchronized void schedule(long nanos) {
    cancel();
    if (isStopped) {
      return;
    }
    schedule++;
    dueNanos = System.nanoTime() + nanos;
    var number = schedule;
    try {
      next = executor.schedule(() -> run(number), nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      isStopped = true;
    }
  }

  private void cancel() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }
}
