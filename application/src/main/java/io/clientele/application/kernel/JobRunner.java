package io.clientele.application.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Runs jobs on an executor of the caller until it is closed. No two runs of one job overlap, a
 * failed run is followed by the next, and a wake-up brings a run forward. Jobs wait for each other
 * if the executor has fewer threads than there are jobs. Safe for use by many threads.
 *
 * {@snippet file="io/clientele/application/views/counter/EmbeddedCounterTest.java" region="run" :
 * var executor = Executors.newScheduledThreadPool(2);
 * var jobs = new JobRunner(views.jobs(), executor, new Random());
 * jobs.start();
 * }
 */
public final class JobRunner implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final List<RepeatedJob> jobs;

  /** Runs nothing before {@link #start}. Failures go to the JDK's {@link System.Logger}. */
  public JobRunner(
      Collection<Job> jobs, ScheduledExecutorService executor, RandomGenerator random) {
    this(jobs, executor, random, LoggingJobListener.ALL);
  }

  /**
   * Runs nothing before {@link #start}.
   *
   * @param random chooses the jitter; safe for use by many threads, such as {@link
   *     java.util.Random}
   * @param listener receives the result of every run
   */
  public JobRunner(
      Collection<Job> jobs,
      ScheduledExecutorService executor,
      RandomGenerator random,
      JobListener listener) {
    Objects.requireNonNull(jobs, "jobs");
    Objects.requireNonNull(executor, "executor");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(listener, "listener");
    this.jobs = jobs.stream().map(job -> new RepeatedJob(job, executor, random, listener)).toList();
  }

  /** Schedules the first run of each job, after its period. Call it once. */
  public void start() {
    jobs.forEach(RepeatedJob::start);
  }

  /**
   * Starts no further run, and waits for current runs for at most five seconds. The executor stays
   * open.
   */
  @Override
  public void close() {
    close(CLOSE_WITHIN);
  }

  /**
   * Starts no further run, and waits for current runs for a bounded time. An interrupt ends the
   * wait and stays set. The executor stays open.
   *
   * @return whether no run is left
   */
  public boolean close(Duration within) {
    jobs.forEach(RepeatedJob::stop);
    var deadline = System.nanoTime() + within.toNanos();
    try {
      var isIdle = true;
      for (var job : jobs) {
        isIdle &= job.awaitIdle(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      return isIdle;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
