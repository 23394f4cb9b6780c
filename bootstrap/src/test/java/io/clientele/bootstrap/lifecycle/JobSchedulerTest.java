package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clientele.application.kernel.Job;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
  private static final Duration OFTEN = Duration.ofMillis(1);

  @Test
  void everyJobHasAThread() throws InterruptedException {
    var all = new CountDownLatch(5);
    var jobs = IntStream.range(0, 5).mapToObj(i -> meeting(all)).toList();

    try (var _ = started(jobs)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aFailedJobRunsAgain() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var failing =
        job(
            () -> {
              runs.countDown();
              throw new IllegalStateException("planted");
            });

    try (var _ = started(List.of(failing))) {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aSchedulerThatWasNeverStartedCloses() {
    var schedules = new JobScheduler(List.of(job(() -> {})), MeterProvider.noop().get("test"));
    assertThatCode(schedules::close).doesNotThrowAnyException();
  }

  /** A job that ends its run only when all others run too. */
  private static Job meeting(CountDownLatch all) {
    return job(
        () -> {
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static JobScheduler started(List<Job> jobs) {
    var schedules = new JobScheduler(jobs, MeterProvider.noop().get("test"));
    schedules.start();
    return schedules;
  }

  private static Job job(Runnable task) {
    return new Job("test-" + System.nanoTime(), OFTEN, 0, task);
  }
}
