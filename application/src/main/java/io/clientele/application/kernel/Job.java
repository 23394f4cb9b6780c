package io.clientele.application.kernel;

import java.time.Duration;

/**
 * Work to run again and again, on one thread at a time.
 *
 * @param period from the end of a run to the beginning of the next
 * @param jitter the part of the period, 0 to 1, that may be taken off by chance, so that instances
 *     do not run in step
 * @param work one run; throws when it fails, so a scheduler runs {@link #task} instead
 */
public record Job(String name, Duration period, double jitter, Runnable work) {
  /** One run that never throws and logs its failures. */
  public Runnable task() {
    return task(JobListener.logging());
  }

  /**
   * One run that never throws: a scheduled executor of the JDK drops a task that threw. The
   * listener gets every failure, errors included; the next run tries again.
   */
  public Runnable task(JobListener listener) {
    return new JobRun(this, listener);
  }
}
