package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Flush;
import io.clientele.domain.views.Shard;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ViewCounterTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Workbench bench = new Workbench(2);
  private final ViewCounter views = bench.counter();
  private final AccountId one = bench.accountOf(new Shard(0));
  private final AccountId other = bench.accountOf(new Shard(1));

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
            "views-clean PT1H");
  }

  @Test
  void aFlushComesAfterEightyToNinetyFivePercentOfTheInterval() {
    var flush = Workbench.job(views, "views-flush");
    var latest = flush.period().toMillis();
    assertThat(latest).isEqualTo(285_000);
    assertThat(Math.round(latest * (1 - flush.jitter()))).isEqualTo(240_000);
  }

  @Test
  void aViewIsInTheLiveTotalAfterOneSendingAndNotGoneByAFlush() {
    Workbench.count(views, one, 3);
    Workbench.run(views, "views-send");
    assertThat(Workbench.live(views, one)).isEqualTo(new LiveTotal(one, 3, 0, 3L, bench.now()));
    assertThat(Workbench.live(bench.counter(), one).total()).as("of any instance").isEqualTo(3);
    views.flush(SOON);
    assertThat(Workbench.live(views, one)).isEqualTo(new LiveTotal(one, 3, 3, 0L, bench.now()));
  }

  @Test
  void aFlushLeavesNothingBehind() {
    Workbench.count(views, one, 3);
    Workbench.count(views, other, 4);
    var flush = views.flush(SOON).orElseThrow();
    assertThat(flush).isEqualTo(new Flush(bench.now(), 2, 2, 7, 0, 0));
    assertThat(bench.logged()).extracting(entry -> entry.flush()).containsExactly(flush);
    assertThat(bench.persisted(one)).isEqualTo(3);
    assertThat(bench.persisted(other)).isEqualTo(4);
    assertThat(views.figures())
        .isEqualTo(new Figures(7, 0, Map.of("buffer-full", 0L), 0, 0, Duration.ZERO));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void aFlushTakesAlongWhatAnotherInstanceHasStaged() {
    var another = bench.counter();
    Workbench.count(another, one, 3);
    Workbench.run(another, "views-send");
    Workbench.count(views, one, 4);
    assertThat(views.flush(SOON).orElseThrow().views()).isEqualTo(7);
    assertThat(bench.persisted(one)).isEqualTo(7);
  }

  @Test
  void theBooksFollowAViewOnItsWay() {
    Workbench.count(views, one, 3);
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 3L, 0L, 0L, 0, 0, 0, true, bench.now()));
    Workbench.run(views, "views-send");
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 3L, 0L, 0, 0, 0, true, bench.now()));
    bench.fast.seal(new Shard(0));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 0L, 3L, 0, 0, 0, true, bench.now()));
  }

  @Test
  void aFlushIsNotDoneWhileAnotherInstanceHoldsAShard() {
    Workbench.count(views, one, 3);
    Workbench.count(views, other, 4);
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
    Workbench.count(views, one, 3);
    assertThat(views.flush(SOON)).isPresent();
    assertThat(bench.persisted(one)).isEqualTo(3);
  }

  @Test
  void closingBringsEverythingIn() {
    Workbench.count(views, one, 3);
    Workbench.count(views, other, 4);
    views.close();
    assertThat(bench.persisted(one)).isEqualTo(3);
    assertThat(bench.persisted(other)).isEqualTo(4);
    assertThat(bench.counter().reconcile())
        .as("what another instance says")
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void batchesThatPileUpBringTheFlushForward() {
    Workbench.run(views, "views-pressure");
    assertThat(bench.ledger.calls("applied")).isZero();
    var many = Stream.generate(bench.sample::id).limit(1_000).toList();
    while (views.figures().keptAccounts() < 500_000) {
      assertThat(views.isPressed()).isFalse();
      many.forEach(views::count);
      Workbench.run(views, "views-send");
    }
    assertThat(views.isPressed()).isTrue();
    Workbench.run(views, "views-pressure");
    assertThat(views.figures().keptAccounts()).isZero();
    assertThat(views.isPressed()).isFalse();
    assertThat(bench.persisted(many.get(0))).isPositive();
  }

  @Test
  void pastWhatAProcessMayKeepViewsCoalesceInMemoryAndNoneIsLost() {
    var many = Stream.generate(bench.sample::id).limit(1_000).toList();
    var rounds = 0;
    while (views.figures().keptAccounts() < 1_000_000) {
      many.forEach(views::count);
      Workbench.run(views, "views-send");
      rounds++;
    }
    var sent = bench.staging.calls("add");
    many.forEach(views::count);
    Workbench.run(views, "views-send");
    assertThat(bench.staging.calls("add")).isEqualTo(sent);
    assertThat(views.figures().unsent()).isEqualTo(1_000);
    views.flush(SOON);
    assertThat(bench.persisted(many.get(0))).isEqualTo(rounds + 1);
  }

  @Test
  void closingTellsWhatWasLost() {
    for (var i = 0; i <= Intake.ACCOUNTS_MAX; i++) {
      views.count(bench.sample.id());
    }
    views.close();
    var books = bench.counter().reconcile();
    assertThat(books.lost()).isPositive();
    assertThat(books.counted() + books.lost()).isEqualTo(Intake.ACCOUNTS_MAX + 1);
  }

  @Test
  void aHeartbeatForgetsWhatAnotherInstanceHasApplied() {
    Workbench.count(views, one, 3);
    Workbench.run(views, "views-send");
    bench.counter().flush(SOON);
    assertThat(views.figures().keptAccounts()).isPositive();
    Workbench.run(views, "views-heartbeat");
    assertThat(views.figures().keptAccounts()).isZero();
  }

  @Test
  void theOldestPendingViewIsAsOldAsItsBatch() {
    Workbench.count(views, one, 1);
    Workbench.run(views, "views-send");
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
