package io.clientele.application.kernel;

import org.jspecify.annotations.Nullable;

/** Runs a job once, passes the result to a listener, and never throws. */
record JobRun(Job job, JobListener listener) implements Runnable {
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
