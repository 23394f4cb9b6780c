package io.clientele.bootstrap.lifecycle;

import io.clientele.application.kernel.Job;
import io.clientele.application.kernel.JobRunner;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the service's jobs until it is closed, with a thread for each, so that none waits for
 * another. Runs are metered, and failures are logged.
 */
public final class JobScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final AttributeKey<String> JOB = AttributeKey.stringKey("job.name");

  /**
   * The shortest time between two log lines of one failing job, so that it does not fill the disk.
   */
  private static final long LOG_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ScheduledThreadPoolExecutor threads;
  private final JobRunner runner;
  private final DoubleHistogram durations;
  private final LongCounter failures;

  /** When the last failure of each failing job was logged, by {@link System#nanoTime}. */
  private final Map<String, Long> logged = new ConcurrentHashMap<>();

  /** Runs nothing before {@link #start}. */
  public JobScheduler(Collection<Job> jobs, Meter meter) {
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
    threads = new ScheduledThreadPoolExecutor(Math.max(1, jobs.size()), daemons());
    threads.setRemoveOnCancelPolicy(true);
    runner =
        new JobRunner(
            jobs.stream().map(this::metered).toList(), threads, new Random(), this::ended);
  }

  public void start() {
    runner.start();
  }

  /** Waits for current runs for a bounded time; starts no further run. */
  @Override
  public void close() {
    runner.close();
    threads.shutdown();
  }

  private Job metered(Job job) {
    var of = Attributes.of(JOB, job.name());
    return job.with(
        () -> {
          var began = System.nanoTime();
          try {
            job.work().run();
          } finally {
            durations.record((System.nanoTime() - began) / 1e9, of);
          }
        });
  }

  private void ended(String job, @Nullable Throwable failure) {
    if (failure == null) {
      if (logged.remove(job) != null) {
        LOG.info("job {} recovered", job);
      }
      return;
    }
    failures.add(1, Attributes.of(JOB, job));
    var now = System.nanoTime();
    var last = logged.get(job);
    if (last == null || now - last > LOG_EVERY_NANOS) {
      logged.put(job, now);
      LOG.warn("job {} failed; it will run again", job, failure);
    }
  }

  private static ThreadFactory daemons() {
    var number = new AtomicInteger();
    return work ->
        Thread.ofPlatform().daemon().name("job-" + number.incrementAndGet()).unstarted(work);
  }
}
