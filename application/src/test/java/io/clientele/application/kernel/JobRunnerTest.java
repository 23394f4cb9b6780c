package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clientele.application.kernel.Job.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
  private final List<JobRunner> runners = new ArrayList<>();

  @AfterEach
  void end() {
    runners.forEach(JobRunner::close);
    executor.shutdownNow();
  }

  @Test
  void aFailedRunIsFollowedByTheNext() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var failures = new AtomicInteger();
    var failing =
        job(
            OFTEN,
            () -> {
              runs.countDown();
              throw new NoClassDefFoundError("planted");
            });
    started(
        new JobRunner(
            List.of(failing),
            executor,
            new Random(),
            (name, failure) -> failures.addAndGet(failure == null ? 0 : 1)));
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void twoRunsOfOneJobNeverOverlapEvenIfItIsWoken() throws InterruptedException {
    var running = new AtomicInteger();
    var overlaps = new AtomicInteger();
    var runs = new CountDownLatch(200);
    var wakeup = new Wakeup(Duration.ZERO);
    var job =
        job(
                OFTEN,
                () -> {
                  overlaps.addAndGet(running.getAndIncrement());
                  wakeup.wake();
                  Thread.yield();
                  running.decrementAndGet();
                  runs.countDown();
                })
            .wokenBy(wakeup);
    started(job);
    while (runs.getCount() > 0) {
      wakeup.wake();
      wakeup.retry(Duration.ofNanos(1_000));
    }
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void aHangingJobDoesNotStopOthersThatHaveAThread() throws InterruptedException {
    var end = new CountDownLatch(1);
    var runs = new CountDownLatch(3);
    started(job(OFTEN, () -> await(end)), job(OFTEN, runs::countDown));
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    end.countDown();
  }

  @Test
  void aPeriodFromTheStartRunsAgain() throws InterruptedException {
    var runs = new CountDownLatch(3);
    started(new Job("job", OFTEN, 0, Timing.FROM_START, runs::countDown));
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWakeUpBringsTheNextRunForward() throws InterruptedException {
    var runs = new Semaphore(0);
    var wakeup = new Wakeup(Duration.ZERO);
    started(job(NEVER, runs::release).wokenBy(wakeup));
    for (var i = 0; i < 3; i++) {
      wakeup.wake();
      assertThat(runs.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRunThatWasBroughtForwardDoesNotAlsoRunAtItsFirstTime() throws InterruptedException {
    var scheduled = new ArrayList<Runnable>();
    var runs = new AtomicInteger();
    var recording =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            scheduled.add(command);
            return super.schedule(() -> {}, delay, unit);
          }
        };
    var wakeup = new Wakeup(Duration.ZERO);
    started(
        new JobRunner(
            List.of(job(NEVER, runs::incrementAndGet).wokenBy(wakeup)), recording, new Random()));
    wakeup.wake();

    List.copyOf(scheduled).forEach(Runnable::run);

    recording.shutdownNow();
    assertThat(scheduled).hasSize(3);
    assertThat(runs).hasValue(1);
  }

  @Test
  void aWakeUpDuringARunLeadsToAnother() throws InterruptedException {
    var begun = new Semaphore(0);
    var mayEnd = new CountDownLatch(1);
    var wakeup = new Wakeup(Duration.ZERO);
    var job =
        job(
            NEVER,
            () -> {
              begun.release();
              await(mayEnd);
            });
    started(job.wokenBy(wakeup));
    wakeup.wake();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    wakeup.wake();
    mayEnd.countDown();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWakeUpInTheFarFutureDoesNotDelayTheNextRun() throws InterruptedException {
    var runs = new CountDownLatch(5);
    var wakeup = new Wakeup(NEVER);
    started(
        job(
                OFTEN,
                () -> {
                  wakeup.wake();
                  runs.countDown();
                })
            .wokenBy(wakeup));
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingWaitsForTheRunAndStartsNoOther() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var wakeup = new Wakeup(Duration.ZERO);
    var runs = new AtomicInteger();
    var job =
        job(
            OFTEN,
            () -> {
              begun.countDown();
              await(mayEnd);
              runs.incrementAndGet();
            });
    var runner = started(job.wokenBy(wakeup));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(runner.close(Duration.ofMillis(1))).isFalse();
    wakeup.wake();
    var closed = CompletableFuture.supplyAsync(() -> runner.close(Duration.ofSeconds(30)));
    mayEnd.countDown();

    assertThat(closed.join()).isTrue();
    wakeup.wake();
    executor.shutdown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(runs).hasValue(1);
  }

  @Test
  void anExecutorThatIsShutDownEndsTheJobs() {
    var wakeup = new Wakeup(Duration.ZERO);
    var runner = started(job(NEVER, () -> {}).wokenBy(wakeup));
    executor.shutdownNow();
    assertThatCode(wakeup::wake).doesNotThrowAnyException();
    assertThat(runner.close(Duration.ofSeconds(30))).isTrue();
  }

  private JobRunner started(Job... jobs) {
    return started(new JobRunner(List.of(jobs), executor, new Random()));
  }

  private JobRunner started(JobRunner runner) {
    runners.add(runner);
    runner.start();
    return runner;
  }

  private static Job job(Duration period, Runnable work) {
    return new Job("job", period, 0, work);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
