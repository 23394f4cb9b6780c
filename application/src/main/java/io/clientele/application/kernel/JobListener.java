package io.clientele.application.kernel;

import org.jspecify.annotations.Nullable;

/** Receives the result of every run of a job. Safe for use by the threads of all its jobs. */
@FunctionalInterface
public interface JobListener {
  /**
   * Called after each run.
   *
   * @param job the name of the job
   * @param failure what the run threw; null after a success
   */
  void ended(String job, @Nullable Throwable failure);
}
