package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.Views;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CounterJobsTest {
  private final List<String> reports = new ArrayList<>();

  @Test
  void aTaskReportsItsResultAndNeverThrows() {
    job(() -> {}).task(this::report).run();
    for (var failure :
        List.of(
            new PortUnavailable("a port", new IOException("away")),
            new IllegalStateException("a bug"),
            new NoClassDefFoundError("missing"),
            new OutOfMemoryError("full"))) {
      job(() -> throwing(failure)).task(this::report).run();
    }
    assertThat(reports)
        .containsExactly(
            "a job: null",
            "a job: PortUnavailable",
            "a job: IllegalStateException",
            "a job: NoClassDefFoundError",
            "a job: OutOfMemoryError");
  }

  @Test
  void aFailingListenerDoesNotEndTheJob() {
    job(() -> {}).task((name, failure) -> throwing(new AssertionError("no log"))).run();
    job(() -> throwing(new IllegalStateException("a bug"))).task().run();
  }

  /** The example of the README, with an outage of the ledger. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aScheduledExecutorKeepsRunningTheJobsWithoutALedger(boolean isStaged) throws Exception {
    var bench = new CounterFixture(2);
    Function<CounterFixture, Views> views =
        isStaged ? CounterFixture::counter : CounterFixture::direct;
    var counted = views.apply(bench);
    var id = bench.accountOf(new Shard(1));
    var runs = new CountDownLatch(3 * counted.jobs().size());
    var scheduler = Executors.newScheduledThreadPool(2);
    try {
      bench.durable.startOutage();
      counted.recorder().count(id);
      for (var job : counted.jobs()) {
        scheduler.scheduleWithFixedDelay(
            job.task((name, failure) -> runs.countDown()), 0, 1, TimeUnit.MILLISECONDS);
      }
      assertThat(runs.await(1, TimeUnit.MINUTES)).isTrue();
      bench.durable.endOutage();
      var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (bench.persisted(id) == 0 && System.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
      assertThat(bench.persisted(id)).isEqualTo(1);
    } finally {
      scheduler.shutdownNow();
    }
  }

  private void report(String job, Throwable failure) {
    reports.add(job + ": " + (failure == null ? null : failure.getClass().getSimpleName()));
  }

  private static Job job(Runnable work) {
    return new Job("a job", Duration.ofSeconds(1), 0, work);
  }

  private static void throwing(Throwable failure) {
    CounterJobsTest.<RuntimeException>sneak(failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }
}
