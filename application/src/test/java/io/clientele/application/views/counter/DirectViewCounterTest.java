package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.application.views.pipeline.ViewBuffer;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DirectViewCounterTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final CounterFixture bench = new CounterFixture(2);
  private final DirectViewCounter views = bench.direct();
  private final UUID one = bench.accountOf(new Shard(0));
  private final UUID other = bench.accountOf(new Shard(1));

  @Test
  void theLiveTotalHasEveryViewBeforeAndAfterAFlush() {
    CounterFixture.count(views, one, 3);
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 3, 0, 3L, bench.now()));
    views.flush(SOON);
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 3, 3, 0L, bench.now()));
    CounterFixture.count(views, one, 1);
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 4, 3, 1L, bench.now()));
  }

  @Test
  void aFlushAppliesEveryShardAndIsLogged() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    var flush = views.flush(SOON).orElseThrow();
    assertThat(flush).isEqualTo(new FlushRecord(bench.now(), 2, 2, 7, 0, 0));
    assertThat(bench.logged()).extracting(entry -> entry.flush()).containsExactly(flush);
    assertThat(views.flush(SOON).orElseThrow().batches()).isZero();
    assertThat(bench.logged()).as("nothing done, nothing told").hasSize(1);
  }

  @Test
  void aFlushDuringALiveReadDoesNotHideItsViews() {
    CounterFixture.count(views, one, 3);
    bench.ledger.after("totals", InterceptedPort.times(2, this::countAndFlush));
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, 5, 5, 0L, bench.now()));
    assertThat(bench.ledger.calls("totals")).isEqualTo(3);
  }

  @Test
  void aLiveReadOvertakenByAFlushEachTimeIsDegraded() {
    CounterFixture.count(views, one, 3);
    bench.ledger.after("totals", this::countAndFlush);
    var total = CounterFixture.live(views, one);
    assertThat(total.isDegraded()).isTrue();
    assertThat(total.total()).as("what the last look saw").isEqualTo(5);
    assertThat(bench.ledger.calls("totals")).isEqualTo(3);
  }

  @Test
  void aCommitWithRepeatedlyLostAnswersCountsOnce() {
    CounterFixture.count(views, one, 3);
    bench.ledger.after("applyDirect", InterceptedPort.times(3, InterceptedPort::lose));
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
      CounterFixture.count(views, one, 1);
      assertThat(CounterFixture.live(views, one).total()).isEqualTo(4 + i);
    }
    views.flush(SOON);
    assertThat(bench.persisted(one)).isEqualTo(6);
    assertThat(views.reconcile().balanced()).isTrue();
  }

  @Test
  void aLockedShardIsReportedAndLosesNothing() {
    CounterFixture.count(views, one, 3);
    bench.ledger.instead(
        "applyDirect", InterceptedPort.once(new ApplyResult(ApplyVerdict.BUSY, 0)));
    assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
    views.flush(SOON);
    assertThat(bench.persisted(one)).isEqualTo(3);
  }

  @Test
  void aLedgerThatForgotTheWriterGetsANewOneAndTheGapIsReportedAsLost() {
    CounterFixture.count(views, one, 5);
    views.flush(SOON);
    var restored = new InMemoryViewLedger(bench.shards, bench::now);
    bench.ledger.redirectTo(restored);
    CounterFixture.count(views, one, 2);
    views.flush(SOON);
    CounterFixture.count(views, one, 1);
    views.flush(SOON);
    assertThat(restored.viewsOf(one)).isEqualTo(3);
    var reconciliation = views.reconcile();
    assertThat(reconciliation.lost()).isEqualTo(5);
    assertThat(reconciliation.counted()).isEqualTo(3);
    assertThat(reconciliation.balanced()).isTrue();
  }

  @Test
  void aLedgerThatForgotTheWriterIsNoticedWithoutAnotherView() {
    CounterFixture.count(views, one, 5);
    views.flush(SOON);
    bench.ledger.redirectTo(new InMemoryViewLedger(bench.shards, bench::now));
    CounterFixture.run(views, "views-heartbeat");
    var reconciliation = views.reconcile();
    assertThat(reconciliation.lost()).isEqualTo(5);
    assertThat(reconciliation.unsent()).isZero();
    assertThat(reconciliation.balanced()).isTrue();
  }

  @Test
  void aRowThatHasReachedTheWriterIsNotRetired() {
    CounterFixture.count(views, one, 5);
    bench.ledger.instead("applyDirect", InterceptedPort.once(new ApplyResult(ApplyVerdict.GAP, 0)));
    views.flush(SOON);
    assertThat(bench.ledger.calls("retire")).isEqualTo(1);
    assertThat(bench.persisted(one)).isEqualTo(5);
    assertThat(views.reconcile().lost()).isZero();
  }

  @Test
  void aHeartbeatReportsTheAcceptedViewsOfKnownWriters() {
    CounterFixture.run(views, "views-heartbeat");
    CounterFixture.count(views, one, 3);
    views.flush(SOON);
    CounterFixture.count(views, one, 2);
    CounterFixture.count(views, other, 9);
    views.live(List.of(one));
    CounterFixture.run(views, "views-heartbeat");
    var rows = bench.durable.snapshots(bench.shards.all());
    assertThat(rows.get(0).writers()).extracting(row -> row.accepted()).containsExactly(5L);
    assertThat(rows.get(1).writers()).as("nothing was sent of it").isEmpty();
  }

  @Test
  void itFlushesEveryFiveSecondsOrMoreOftenIfConfigured() {
    assertThat(CounterFixture.job(views, "views-flush").period()).isEqualTo(SOON);
    var hasty =
        new ViewCounterSettings(
            Duration.ofSeconds(1), bench.sample::writer, bench::now, bench::nanos, bench::pass);
    var often = new DirectViewCounter(bench.durable, bench.flushes, hasty);
    assertThat(CounterFixture.job(often, "views-flush").period()).isEqualTo(Duration.ofSeconds(1));
    CounterFixture.count(often, one, 2);
    CounterFixture.run(often, "views-flush");
    assertThat(bench.persisted(one)).isEqualTo(2);
  }

  @Test
  void aFlushOfSlowShardsEndsAtItsLimit() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    bench.ledger.before("applyDirect", () -> bench.pass(Duration.ofSeconds(3)));
    assertThat(views.flush(Duration.ofSeconds(2))).isEmpty();
    assertThat(bench.ledger.calls("applyDirect")).isEqualTo(1);
    assertThat(bench.logged()).as("what was applied is logged").hasSize(1);
    assertThat(views.flush(SOON)).isPresent();
    assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(7);
  }

  @Test
  void aFlushWaitsForALockedShardUntilItsLimitOnly() {
    CounterFixture.count(views, one, 3);
    bench.ledger.before(
        "applyDirect", InterceptedPort.times(1, () -> assertThat(flushElsewhere()).isEmpty()));
    assertThat(views.flush(SOON)).isPresent();
  }

  @Test
  void aFailingShardDoesNotStopTheOthers() {
    for (var round = 1; round <= 2; round++) {
      CounterFixture.count(views, one, 1);
      CounterFixture.count(views, other, 1);
      bench.ledger.before("applyDirect", InterceptedPort.times(1, InterceptedPort::lose));
      assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
      assertThat(bench.persisted(one) + bench.persisted(other)).isEqualTo(2 * round - 1);
      views.flush(SOON);
    }
  }

  @Test
  void theLedgerDefinesTheNumberOfShards() {
    var seven = new CounterFixture(7);
    for (var counted : List.of(seven.direct(), seven.counter())) {
      var ids = Stream.generate(seven.sample::subject).limit(100).toList();
      seven.durable.startOutage();
      ids.forEach(counted.recorder()::count);
      assertThat(counted.figures().lost()).isEqualTo(Map.of("buffer-full", 0L, "closed", 0L));
      seven.durable.endOutage();
      assertThat(counted.flush(SOON)).isPresent();
      assertThat(ids).allSatisfy(id -> assertThat(seven.persisted(id)).isEqualTo(1));
    }
  }

  @Test
  void atTheGreatestTotalPendingIsTotalMinusPersisted() {
    var full = new InMemoryViewLedger(bench.shards, bench::now);
    var writer = bench.sample.writer();
    full.register(writer, DeliveryPath.DIRECT, bench.shards.all());
    var batch = CounterFixture.batch(writer, Offset.START, one, Long.MAX_VALUE - 3);
    full.applyDirect(bench.shards.of(one), batch, bench.now(), List.of());
    bench.ledger.redirectTo(full);
    CounterFixture.count(views, one, 7);
    assertThat(CounterFixture.live(views, one))
        .isEqualTo(new LiveTotal(one, Long.MAX_VALUE, Long.MAX_VALUE - 3, 3L, bench.now()));
  }

  @Test
  void closingAppliesAllViews() {
    CounterFixture.count(views, one, 3);
    CounterFixture.count(views, other, 4);
    views.close();
    assertThat(bench.persisted(one)).isEqualTo(3);
    assertThat(bench.persisted(other)).isEqualTo(4);
    assertThat(views.figures()).isEqualTo(figures(7));
  }

  @Test
  void closingReportsLostViews() {
    for (var i = 0; i <= ViewBuffer.ACCOUNTS_MAX; i++) {
      views.recorder().count(bench.sample.subject());
    }
    views.close();
    var reconciliation = bench.direct().reconcile();
    assertThat(reconciliation.lost()).isPositive();
    assertThat(reconciliation.counted() + reconciliation.lost())
        .isEqualTo(ViewBuffer.ACCOUNTS_MAX + 1);
  }

  @Test
  void viewsAreCountedAndWaitDuringAnOutageOfTheLedger() {
    bench.durable.startOutage();
    CounterFixture.count(views, one, 3);
    assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> views.live(List.of(one))).isInstanceOf(PortUnavailable.class);
    bench.durable.endOutage();
    views.flush(SOON);
    assertThat(bench.persisted(one)).isEqualTo(3);
  }

  /** Runs a flush in another thread; fails if it does not end. */
  private Optional<FlushRecord> flushElsewhere() {
    return CompletableFuture.supplyAsync(() -> views.flush(Duration.ofMillis(10)))
        .orTimeout(1, TimeUnit.MINUTES)
        .join();
  }

  private void countAndFlush() {
    CounterFixture.count(views, one, 1);
    views.flush(SOON);
  }

  private static CounterMetrics figures(long counted) {
    return new CounterMetrics(
        counted, 0, Map.of("buffer-full", 0L, "closed", 0L), 0, 0, Duration.ZERO);
  }
}
