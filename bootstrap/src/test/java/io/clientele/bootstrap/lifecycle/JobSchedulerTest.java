package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clientele.application.kernel.Job;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
  private static final Duration OFTEN = Duration.ofMillis(1);

  @Test
  void aFailedJobRunsAgain() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var failing =
        job(
            OFTEN,
            () -> {
              runs.countDown();
              throw new IllegalStateException("the third time it is still broken");
            });

    try (var _ = started(failing)) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void evenAnErrorDoesNotEndAJob() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var failing =
        job(
            OFTEN,
            () -> {
              runs.countDown();
              throw new NoClassDefFoundError("missing");
            });

    try (var _ = started(failing)) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void twoRunsOfOneJobNeverOverlap() throws InterruptedException {
    var running = new AtomicInteger();
    var overlaps = new AtomicInteger();
    var runs = new CountDownLatch(50);
    var job =
        job(
            OFTEN,
            () -> {
              if (running.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
              }
              Thread.onSpinWait();
              running.decrementAndGet();
              runs.countDown();
            });

    try (var _ = started(job)) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void aHangingJobDoesNotBlockOthers() throws InterruptedException {
    var end = new CountDownLatch(1);
    var runs = new CountDownLatch(3);
    var hanging = job(OFTEN, () -> uninterrupted(end));

    try (var _ = started(hanging, job(OFTEN, runs::countDown))) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
      end.countDown();
    }
  }

  @Test
  void aStopCompletesTheRunAndStartsNoOther() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new AtomicInteger();
    var job =
        job(
            OFTEN,
            () -> {
              begun.countDown();
              ended.incrementAndGet();
            });
    var schedules = started(job);
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    schedules.close();

    var atClose = ended.get();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("job-" + job.name()));
    assertThat(ended).hasValue(atClose);
  }

  @Test
  void aJobWhosePeriodCountsFromTheStartRunsAgain() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var job =
        new Job(
            "test-" + System.nanoTime(),
            Duration.ofMillis(1),
            0,
            Job.Timing.FROM_START,
            runs::countDown);

    try (var _ = started(job)) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aSchedulerThatWasNeverStartedCloses() {
    var job = job(OFTEN, () -> {});
    var schedules = new JobScheduler(List.of(job), MeterProvider.noop().get("test"));
    assertThatCode(schedules::close).doesNotThrowAnyException();
  }

  private static JobScheduler started(Job... jobs) {
    var schedules = new JobScheduler(List.of(jobs), MeterProvider.noop().get("test"));
    schedules.start();
    return schedules;
  }

  private static Job job(Duration period, Runnable task) {
    return new Job("test-" + System.nanoTime(), period, 0, task);
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
