package io.clientele.application.views;

import org.jspecify.annotations.Nullable;

/** Runs a job once, passes the result to a listener, and never throws. */
record JobTask(Job job, JobListener listener) implements Runnable {
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
      LoggedJobs.ALL.broken(job.name(), broken);
    }
  }
}
