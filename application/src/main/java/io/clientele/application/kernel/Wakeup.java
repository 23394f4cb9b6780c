package io.clientele.application.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Brings the next run of a job forward. After a quiet time the job runs at once; further wake-ups
 * are collected, so that runs begin at least a gap apart. Safe for use by many threads; one thread
 * runs the job.
 */
public final class Wakeup {
  private final long gapNanos;
  private final LongSupplier nanoTime;
  private long begunNanos;
  private long dueNanos;
  private boolean isDue;
  private boolean isStopped;

  /**
   * Runs begin so far apart at least.
   *
   * @param gap from the beginning of one run to that of the next; {@link #retry} may be sooner
   */
  public Wakeup(Duration gap) {
    this(gap, System::nanoTime);
  }

  Wakeup(Duration gap, LongSupplier nanoTime) {
    this.gapNanos = gap.toNanos();
    this.nanoTime = nanoTime;
    this.begunNanos = nanoTime.getAsLong() - gapNanos;
  }

  /** There is work. Returns at once. */
  public synchronized void wake() {
    dueBy(Math.max(0, begunNanos + gapNanos - nanoTime.getAsLong()));
  }

  /** The job is to run again after this time, however recent its last run is. */
  public synchronized void retry(Duration after) {
    dueBy(after.toNanos());
  }

  /** Waits until the pause is over or a wake-up is due. A run begins when it returns. */
  public synchronized void await(long pauseNanos) throws InterruptedException {
    var end = nanoTime.getAsLong() + pauseNanos;
    for (var left = leftNanos(end); left > 0 && !isStopped; left = leftNanos(end)) {
      var millis = left / 1_000_000;
      wait(millis, (int) (left % 1_000_000));
    }
    isDue = false;
    begunNanos = nanoTime.getAsLong();
  }

  /** Ends every wait, now and later. */
  public synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  private void dueBy(long nanos) {
    var due = nanoTime.getAsLong() + nanos;
    if (!isDue || due - dueNanos < 0) {
      isDue = true;
      dueNanos = due;
      notifyAll();
    }
  }

  private long leftNanos(long end) {
    var now = nanoTime.getAsLong();
    var left = end - now;
    return isDue ? Math.min(left, dueNanos - now) : left;
  }
}
