package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.pipeline.ViewBuffer;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ViewCounterTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final CounterFixture bench = new CounterFixture(2);
  private final ViewCounter views = bench.counter();
  private final UUID one = bench.accountOf(new Shard(0));
  private final UUID other = bench.accountOf(new Shard(1));

  @Test
  void everyJobHasItsPeriod() {
    assertThat(views.jobs())
        .extracting(job -> job.name() + " " + job.period())
        .containsExactly(
            "views-send PT0.02S",
            "views-sync PT0.3S",
            "views-heartbeat PT10S",
            "views-direct PT30S",
            "views-flush PT4M45S",
            "views-pressure PT1S",
            "views-clean PT1M");
  }

  @Test
  void aFlushRunsAfter80To95PercentOfTheInterval() {
    var flush = CounterFixture.job(views, "views-flush");
    assertThat(flush.timing()).isEqualTo(Job.Timing.FROM_START);
    var latest = flush.period().toMillis();
    assertThat(latest).isEqualTo(285_000);
    assertThat(Math.round(latest * (1 - flush.jitter()))).isEqualTo(240_000);
  }

  @Test
  void aViewIsInTheLiveTotalBeforeAndAfterAFlush() {
    CounterFixture.count(views, one, 3);
    CounterFixture.run(views, "views-send");
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 3, 0, 3L, bench.now()));
    assertThat(CounterFixture.live(bench.counter(), one).total())
        .as("of any instance")
        .isEqualTo(3);
    views.flush(SOON);
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 3, 3, 0L, bench.now()));
  }

  @Test
  void aFlushLeavesNothingBehind() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    var flush = views.flush(SOON).orElseThrow();
    assertThat(flush).isEqualTo(new FlushRecord(bench.now(), 2, 2, 7, 0, 0));
    assertThat(bench.logged()).extracting(entry -> entry.flush()).containsExactly(flush);
    assertThat(bench.persisted(one)).isEqualTo(3);
    assertThat(bench.persisted(other)).isEqualTo(4);
    assertThat(views.figures())
        .isEqualTo(
            new CounterMetrics(7, 0, Map.of("buffer-full", 0L, "closed", 0L), 0, 0, Duration.ZERO));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void aFlushAppliesStagedViewsOfOtherInstances() {
    var another = bench.counter();
    CounterFixture.count(another, one, 3);
    CounterFixture.run(another, "views-send");
    CounterFixture.count(views, one, 4);
    assertThat(views.flush(SOON).orElseThrow().views()).isEqualTo(7);
    assertThat(bench.persisted(one)).isEqualTo(7);
  }

  @Test
  void reconciliationFollowsEachViewOnItsPath() {
    CounterFixture.count(views, one, 3);
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 3L, 0L, 0L, 0, 0, 0, true, bench.now()));
    CounterFixture.run(views, "views-send");
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 3L, 0L, 0, 0, 0, true, bench.now()));
    bench.fast.seal(new Shard(0));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 0L, 3L, 0, 0, 0, true, bench.now()));
  }

  @Test
  void aFlushIsUnfinishedWhileAnotherInstanceLocksAShard() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    bench.durable.whileHeld(
        new Shard(0),
        () -> {
          assertThat(views.flush(SOON)).isEmpty();
          assertThat(bench.persisted(one)).isZero();
          assertThat(bench.persisted(other)).as("the other shard is").isEqualTo(4);
        });
    assertThat(views.flush(SOON).orElseThrow().views()).isEqualTo(3);
    assertThat(bench.persisted(one)).isEqualTo(3);
  }

  @Test
  void aFlushWaitsForAShardThatIsFreedInTime() throws Exception {
    var isHeld = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var holder =
        new Thread(() -> bench.durable.whileHeld(new Shard(0), () -> meet(isHeld, release)));
    holder.start();
    isHeld.await();
    bench.whilePausing(
        () -> {
          release.countDown();
          joined(holder);
        });
    CounterFixture.count(views, one, 3);
    assertThat(views.flush(SOON)).isPresent();
    assertThat(bench.persisted(one)).isEqualTo(3);
  }

  @Test
  void closingAppliesAllViews() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    views.close();
    assertThat(bench.persisted(one)).isEqualTo(3);
    assertThat(bench.persisted(other)).isEqualTo(4);
    assertThat(bench.counter().reconcile())
        .as("what another instance says")
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void manyKeptBatchesBringTheFlushForward() {
    CounterFixture.run(views, "views-pressure");
    assertThat(bench.ledger.calls("applied")).isZero();
    var many = Stream.generate(bench.sample::subject).limit(1_000).toList();
    while (views.figures().keptAccounts() < 500_000) {
      assertThat(views.isPressed()).isFalse();
      many.forEach(views.recorder()::count);
      CounterFixture.run(views, "views-send");
    }
    assertThat(views.isPressed()).isTrue();
    CounterFixture.run(views, "views-pressure");
    assertThat(views.figures().keptAccounts()).isZero();
    assertThat(views.isPressed()).isFalse();
    assertThat(bench.persisted(many.get(0))).isPositive();
  }

  @Test
  void aboveTheBoundOfKeptBatchesViewsMergeInMemoryWithoutLoss() {
    var many = Stream.generate(bench.sample::subject).limit(1_000).toList();
    var rounds = 0;
    while (views.figures().keptAccounts() < 1_000_000) {
      many.forEach(views.recorder()::count);
      CounterFixture.run(views, "views-send");
      rounds++;
    }
    var sent = bench.staging.calls("add");
    many.forEach(views.recorder()::count);
    CounterFixture.run(views, "views-send");
    assertThat(bench.staging.calls("add")).isEqualTo(sent);
    assertThat(views.figures().unsent()).isEqualTo(1_000);
    views.flush(SOON);
    assertThat(bench.persisted(many.get(0))).isEqualTo(rounds + 1);
  }

  @Test
  void closingReportsLostViews() {
    for (var i = 0; i <= ViewBuffer.ACCOUNTS_MAX; i++) {
      views.recorder().count(bench.sample.subject());
    }
    views.close();
    var reconciliation = bench.counter().reconcile();
    assertThat(reconciliation.lost()).isPositive();
    assertThat(reconciliation.counted() + reconciliation.lost())
        .isEqualTo(ViewBuffer.ACCOUNTS_MAX + 1);
  }

  @Test
  void aHeartbeatDropsBatchesThatAnotherInstanceApplied() {
    CounterFixture.count(views, one, 3);
    CounterFixture.run(views, "views-send");
    bench.counter().flush(SOON);
    assertThat(views.figures().keptAccounts()).isPositive();
    CounterFixture.run(views, "views-heartbeat");
    assertThat(views.figures().keptAccounts()).isZero();
  }

  @Test
  void theOldestPendingViewIsAsOldAsItsBatch() {
    CounterFixture.count(views, one, 1);
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofSeconds(9));
    assertThat(views.figures().oldestPending()).isEqualTo(Duration.ofSeconds(9));
  }

  private static void meet(CountDownLatch here, CountDownLatch there) {
    here.countDown();
    try {
      there.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
