package io.clientele.application.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Logs failed runs of jobs. Of consecutive failures it logs those numbered 1, 2, 4, 8 and so on, so
 * that a job that fails every few milliseconds does not fill the disk; then it logs the recovery.
 */
final class LoggingJobListener implements JobListener {
  /** The name of the logger, which embedders may have configured. */
  private static final String LOGGER = "io.clientele.application.kernel.Job";

  /** Receives the results of all jobs that have no other listener. */
  static final LoggingJobListener ALL = new LoggingJobListener(System.getLogger(LOGGER));

  private final Logger log;

  /** The number of consecutive failures of each failing job. */
  private final Map<String, Long> failures = new ConcurrentHashMap<>();

  LoggingJobListener(Logger log) {
    this.log = log;
  }

  @Override
  public void ended(String job, @Nullable Throwable failure) {
    if (failure == null) {
      if (failures.remove(job) != null) {
        log.log(Level.INFO, "job " + job + " recovered");
      }
      return;
    }
    var number = failures.merge(job, 1L, Long::sum);
    if (Long.bitCount(number) == 1) {
      log.log(Level.WARNING, "job " + job + " failed " + number + " times in a row", failure);
    }
  }

  /** Logs the failure of another listener; never throws. */
  void broken(String job, Throwable failure) {
    try {
      log.log(Level.ERROR, "the listener of job " + job + " failed", failure);
    } catch (Throwable noLog) {
      // The failure cannot be reported; the job must continue.
    }
  }
}
