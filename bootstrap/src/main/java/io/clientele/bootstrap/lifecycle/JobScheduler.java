package io.clientele.bootstrap.lifecycle;

import io.clientele.application.kernel.Job;
import io.clientele.application.kernel.Wakeup;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs until it is closed: each on a thread of its own, so that none waits for another and no
 * two runs of one job overlap. A failed run is logged and metered, and the next run comes.
 */
public final class JobScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final AttributeKey<String> JOB = AttributeKey.stringKey("job.name");

  /**
   * The shortest time between two log lines of one failing job, so that it does not fill the disk.
   */
  private static final Duration LOG_EVERY = Duration.ofMinutes(1);

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Job> jobs;
  private final List<Thread> threads;
  private final DoubleHistogram durations;
  private final LongCounter failures;

  /** Runs nothing before {@link #start}. */
  public JobScheduler(Collection<Job> jobs, Meter meter) {
    this.jobs = List.copyOf(jobs);
    threads = jobs.stream().map(job -> daemon(job.name(), () -> repeat(job))).toList();
    durations =
        meter
            .histogramBuilder("clientele.job.duration")
            .setUnit("s")
            .setDescription("Runs of the service's own jobs")
            .build();
    failures =
        meter
            .counterBuilder("clientele.job.failures")
            .setDescription("Runs of jobs that ended with an exception")
            .build();
    jobs.forEach(job -> failures.add(0, Attributes.of(JOB, job.name())));
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  /** Waits for current runs for a bounded time; starts no further run. */
  @Override
  public void close() {
    stopping.countDown();
    jobs.stream().map(Job::wakeup).filter(Objects::nonNull).forEach(Wakeup::stop);
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    try {
      for (var thread : threads.stream().filter(Thread::isAlive).toList()) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(Job job) {
    var told = new FailureLogLimit();
    var of = Attributes.of(JOB, job.name());
    var task = job.task((name, failure) -> ended(name, failure, told));
    var took = Duration.ZERO;
    try {
      while (!isStoppingAfter(job, took)) {
        var began = System.nanoTime();
        task.run();
        took = Duration.ofNanos(System.nanoTime() - began);
        durations.record(took.toNanos() / 1e9, of);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(String job, @Nullable Throwable failure, FailureLogLimit told) {
    if (failure == null) {
      if (told.recovered()) {
        LOG.info("job {} recovered", job);
      }
      return;
    }
    failures.add(1, Attributes.of(JOB, job));
    if (told.isDue()) {
      LOG.warn("job {} failed; it will run again", job, failure);
    }
  }

  /** Waits for the next run of the job; returns true if the scheduler stops. */
  private boolean isStoppingAfter(Job job, Duration took) throws InterruptedException {
    var pause = pauseNanos(job, took);
    var wakeup = job.wakeup();
    if (wakeup == null) {
      return stopping.await(pause, TimeUnit.NANOSECONDS);
    }
    wakeup.await(pause);
    return stopping.getCount() == 0;
  }

  private static long pauseNanos(Job job, Duration took) {
    return job.pauseAfter(took, ThreadLocalRandom.current().nextDouble()).toNanos();
  }

  private static Thread daemon(String name, Runnable loop) {
    return Thread.ofPlatform().daemon().name("job-" + name).unstarted(loop);
  }

  /** Limits the log lines of one failing job. Used by the job's thread only. */
  private static final class FailureLogLimit {
    private boolean isFailing;
    private long at;

    boolean isDue() {
      var due = !isFailing || System.nanoTime() - at > LOG_EVERY.toNanos();
      if (due) {
        at = System.nanoTime();
      }
      isFailing = true;
      return due;
    }

    boolean recovered() {
      var recovered = isFailing;
      isFailing = false;
      return recovered;
    }
  }
}
