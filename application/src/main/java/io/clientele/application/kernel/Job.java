package io.clientele.application.kernel;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that runs repeatedly, on one thread at a time.
 *
 * @param period the longest time from a run to the next, measured by {@code timing}
 * @param jitter the part of the period, 0 to 1, by which it may be shortened at random, so that
 *     instances do not run in step
 * @param timing whether the period counts from the start of a run or from its end
 * @param wakeup starts runs early; null if nothing does
 * @param work one run; throws when it fails, so a scheduler runs {@link #task} instead
 */
public record Job(
    String name,
    Duration period,
    double jitter,
    Timing timing,
    @Nullable Wakeup wakeup,
    Runnable work) {
  public Job {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(work, "work");
  }

  /** From when the period of a job counts. */
  public enum Timing {
    /** At the end of a run: there is always a pause. */
    FROM_END,
    /** At the start of a run: the next run follows a longer one at once. */
    FROM_START
  }

  /** A job that nothing wakes. */
  public Job(String name, Duration period, double jitter, Timing timing, Runnable work) {
    this(name, period, jitter, timing, null, work);
  }

  /** A job that nothing wakes, whose period counts from the end of a run. */
  public Job(String name, Duration period, double jitter, Runnable work) {
    this(name, period, jitter, Timing.FROM_END, work);
  }

  /** The same job, whose runs this brings forward. */
  public Job wokenBy(Wakeup other) {
    return new Job(name, period, jitter, timing, other, work);
  }

  /** The same job with other work. */
  public Job with(Runnable other) {
    return new Job(name, period, jitter, timing, wakeup, other);
  }

  /**
   * Returns the pause after a run.
   *
   * @param took the duration of the run
   * @param chance 0 to 1, the part of the jitter by which the period is shortened
   */
  public Duration pauseAfter(Duration took, double chance) {
    var pause = (long) (period.toNanos() * (1 - jitter * chance));
    var passed = timing == Timing.FROM_START ? took.toNanos() : 0;
    return Duration.ofNanos(Math.max(0, pause - passed));
  }

  /**
   * One run that never throws. Failures and recoveries go to the JDK's {@link System.Logger} of
   * this class.
   */
  public Runnable task() {
    return task(LoggingJobListener.ALL);
  }

  /**
   * Returns one run that never throws: a scheduled executor of the JDK drops a task that threw. The
   * listener receives every failure, errors included; the next run tries again.
   */
  public Runnable task(JobListener listener) {
    return new Run(this, listener);
  }

  /** Runs a job once, passes the result to a listener, and never throws. */
  private record Run(Job job, JobListener listener) implements Runnable {
    @Override
    public void run() {
      @Nullable Throwable failure = null;
      try {
        job.work().run();
      } catch (Throwable thrown) {
        failure = thrown;
      }
      report(failure);
    }

    private void report(@Nullable Throwable failure) {
      try {
        listener.ended(job.name(), failure);
      } catch (Throwable broken) {
        LoggingJobListener.ALL.broken(job.name(), broken);
      }
    }
  }
}
