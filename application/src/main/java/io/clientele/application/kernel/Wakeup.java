package io.clientele.application.kernel;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the next run of a job forward. After a quiet time the job runs at once; further wake-ups
 * are collected, so that runs begin at least a gap apart. Safe for use by many threads. It takes
 * effect while a {@link JobRunner} runs the job; a wake-up before that is kept for the start.
 */
public final class Wakeup {
  private final long gapNanos;
  private final LongSupplier nanoTime;
  private long begunNanos;
  private boolean isEarly;
  private @Nullable LongConsumer runner;

  /**
   * Runs begin so far apart at least.
   *
   * @param gap from the beginning of one run to that of the next; {@link #retry} may be sooner
   */
  public Wakeup(Duration gap) {
    this(gap, System::nanoTime);
  }

  Wakeup(Duration gap, LongSupplier nanoTime) {
    this.gapNanos = Objects.requireNonNull(gap, "gap").toNanos();
    this.nanoTime = nanoTime;
    this.begunNanos = nanoTime.getAsLong() - gapNanos;
  }

  /** There is work. Returns at once. */
  public void wake() {
    request(remainingGap());
  }

  /** The job is to run again after this time, however recent its last run is. */
  public void retry(Duration after) {
    request(after.toNanos());
  }

  /** Binds the runner, which receives the nanoseconds until each requested run. */
  void runBy(LongConsumer bound) {
    synchronized (this) {
      runner = bound;
      if (!isEarly) {
        return;
      }
      isEarly = false;
    }
    bound.accept(0);
  }

  /** Records that a run begins. */
  synchronized void begin() {
    begunNanos = nanoTime.getAsLong();
  }

  private synchronized long remainingGap() {
    return Math.max(0, begunNanos + gapNanos - nanoTime.getAsLong());
  }

  private void request(long nanos) {
    LongConsumer bound;
    synchronized (this) {
      bound = runner;
      isEarly |= bound == null;
    }
    if (bound != null) {
      bound.accept(nanos);
    }
  }
}
