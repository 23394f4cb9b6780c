package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.staging.StagingState;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests a counter whose staging is unavailable, recovers, or recovers with older data. */
final class StagingOutageTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Shard SHARD = new Shard(0);

  private final CounterFixture bench = new CounterFixture(1);
  private final ViewCounter views = bench.counter();
  private final UUID id = bench.sample.subject();

  @Test
  void viewsAreCountedDuringAnOutageAndArriveAfterIt() {
    bench.fast.startOutage();
    for (var i = 0; i < 5; i++) {
      CounterFixture.count(views, id, 2);
      CounterFixture.run(views, "views-send");
    }
    assertThat(views.figures().unsent()).isEqualTo(10);
    assertThatThrownBy(() -> views.flush(SOON)).isInstanceOf(PortUnavailable.class);
    bench.fast.endOutage();
    assertThat(views.flush(SOON).orElseThrow().views()).isEqualTo(10);
    assertThat(bench.persisted(id)).isEqualTo(10);
  }

  @Test
  void aTotalIsDegradedWhileTheStagingRefusesViewsAndAnswersReads() {
    countAndSend(id);
    bench.staging.before("add", InterceptedPort::lose);
    CounterFixture.count(views, id, 3);
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofMillis(100));
    assertThat(CounterFixture.live(views, id))
        .isEqualTo(new LiveTotal(id, 0, 0, null, bench.now()));
    var other = bench.sample.subject();
    assertThat(CounterFixture.live(views, other).isDegraded()).as("no view of it waits").isFalse();
    bench.staging.calm();
    CounterFixture.run(views, "views-send");
    assertThat(CounterFixture.live(views, id)).isEqualTo(new LiveTotal(id, 4, 0, 4L, bench.now()));
  }

  @Test
  void aTotalIsDegradedWhileTheSendingJobDoesNotRun() {
    CounterFixture.count(views, id, 3);
    assertThat(CounterFixture.live(views, id)).isEqualTo(new LiveTotal(id, 0, 0, 0L, bench.now()));
    bench.pass(Duration.ofMillis(100));
    assertThat(CounterFixture.live(views, id).isDegraded()).isTrue();
    CounterFixture.run(views, "views-send");
    assertThat(CounterFixture.live(views, id).total()).isEqualTo(3);
  }

  @Test
  void aTotalIsDegradedUntilDirectViewsAreInTheLedger() {
    var sent = bench.sample.subject();
    bench.staging.before("add", InterceptedPort::lose);
    countAndSend(sent);
    bench.pass(Duration.ofSeconds(31));
    countAndSend(id);
    bench.ledger.before("applyDirect", InterceptedPort::lose);
    assertThatThrownBy(() -> CounterFixture.run(views, "views-direct"))
        .isInstanceOf(PortUnavailable.class);
    bench.pass(Duration.ofMillis(100));
    assertThat(CounterFixture.live(views, id).isDegraded())
        .as("only the direct writer has it")
        .isTrue();
    bench.ledger.calm();
    CounterFixture.run(views, "views-direct");
    assertThat(CounterFixture.live(views, id)).isEqualTo(new LiveTotal(id, 1, 1, 0L, bench.now()));
    assertThat(CounterFixture.live(views, sent).isDegraded())
        .as("it was sent without an answer")
        .isTrue();
  }

  @Test
  void above200000AccountsViewsAreLostAndReported() {
    bench.fast.startOutage();
    countAndSend(id);
    for (var i = 0; i < 200_000; i++) {
      views.recorder().count(bench.sample.subject());
      if (i % 500 == 499) {
        CounterFixture.run(views, "views-send");
      }
    }
    assertThat(views.figures().lost()).isEqualTo(Map.of("buffer-full", 0L, "closed", 0L));
    for (var i = 0; i < 5; i++) {
      countAndSend(bench.sample.subject());
    }
    assertThat(views.figures().lost()).isEqualTo(Map.of("buffer-full", 5L, "closed", 0L));
    assertThat(views.reconcile().lost()).isEqualTo(5);
    bench.fast.endOutage();
    bench.pass(Duration.ofSeconds(1));
    CounterFixture.run(views, "views-send");
    CounterFixture.run(views, "views-send");
    assertThat(views.flush(SOON)).isPresent();
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(200_001, 0L, 0L, 0L, 200_001, 0, 5, true, bench.now()));
  }

  @Test
  void afterThirtySecondsUnsentViewsGoDirectly() {
    bench.fast.startOutage();
    CounterFixture.count(views, id, 3);
    CounterFixture.run(views, "views-send");
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-send");
    CounterFixture.run(views, "views-direct");
    assertThat(bench.persisted(id)).as("too early").isZero();
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.run(views, "views-direct");
    assertThat(bench.persisted(id)).isEqualTo(4);
    assertThat(views.figures().counted()).isEqualTo(7);
    assertThat(views.figures().unsent()).isEqualTo(3);
    bench.fast.endOutage();
    CounterFixture.count(views, id, 5);
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(12);
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(12, 0L, 0L, 0L, 12, 0, 0, true, bench.now()));
  }

  @Test
  void batchesRefusedBeforeTheyLeftGoDirectly() {
    bench.staging.before("add", InterceptedPort::refuse);
    CounterFixture.count(views, id, 3);
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofSeconds(1));
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.run(views, "views-direct");
    assertThat(bench.persisted(id)).isEqualTo(3);
    assertThat(views.figures().unsent()).isZero();
    bench.staging.calm();
    CounterFixture.count(views, id, 5);
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(8);
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(8, 0L, 0L, 0L, 8, 0, 0, true, bench.now()));
  }

  @Test
  void aBatchThatMayHaveArrivedWaitsEvenIfTheNextAttemptIsRefused() {
    bench.staging.after("add", InterceptedPort.times(1, InterceptedPort::lose));
    countAndSend(id);
    bench.staging.before("add", InterceptedPort::refuse);
    bench.pass(Duration.ofSeconds(1));
    countAndSend(id);
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.run(views, "views-direct");
    assertThat(bench.persisted(id)).as("the second").isEqualTo(1);
    bench.staging.calm();
    views.flush(SOON);
    assertThat(bench.persisted(id)).as("and the first once").isEqualTo(2);
  }

  @Test
  void directViewsAreReconciledOnceByAnotherInstance() {
    bench.fast.startOutage();
    countAndSend(id);
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-send");
    CounterFixture.run(views, "views-heartbeat");
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.run(views, "views-direct");
    bench.fast.endOutage();
    assertThat(bench.counter().reconcile())
        .isEqualTo(new Reconciliation(5, 1L, 0L, 0L, 4, 0, 0, true, bench.now()));
  }

  @Test
  void aBatchAddedWithoutAnAnswerIsNotDoubled() {
    bench.staging.after("add", InterceptedPort::lose);
    CounterFixture.count(views, id, 3);
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-direct");
    bench.staging.calm();
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
  }

  @Test
  void reconciliationReportsDurableAndLostViews() {
    CounterFixture.count(views, id, 3);
    views.flush(SOON);
    bench.fast.startOutage();
    var reconciliation = views.reconcile();
    assertThat(reconciliation.isDegraded()).isTrue();
    assertThat(reconciliation)
        .isEqualTo(new Reconciliation(3, null, null, null, 3, 0, 0, null, bench.now()));
  }

  @Test
  void anOutageOfBothStoresLosesNothing() {
    CounterFixture.count(views, id, 3);
    bench.fast.startOutage();
    bench.durable.startOutage();
    CounterFixture.run(views, "views-send");
    bench.pass(Duration.ofSeconds(31));
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-send");
    assertThatThrownBy(() -> CounterFixture.run(views, "views-direct"))
        .isInstanceOf(PortUnavailable.class);
    bench.durable.endOutage();
    bench.fast.endOutage();
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
  }

  @Test
  void aWipedStagingGetsTheBatchesThatTheLedgerLacks() {
    CounterFixture.count(views, id, 3);
    views.flush(SOON);
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-send");
    bench.fast.wipe();
    CounterFixture.run(views, "views-sync");
    CounterFixture.run(views, "views-send");
    assertThat(CounterFixture.live(views, id).total()).isEqualTo(7);
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
  }

  @Test
  void anOlderStagingDoublesNothing() {
    CounterFixture.count(views, id, 3);
    CounterFixture.run(views, "views-send");
    var older = bench.fast.state(SHARD);
    CounterFixture.count(views, id, 4);
    views.flush(SOON);
    bench.fast.restore(SHARD, older);
    CounterFixture.count(views, id, 5);
    views.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(12);
    assertThat(views.reconcile().balanced()).isTrue();
  }

  @Test
  void aLedgerThatForgotTheWriterGetsANewOneAndTheGapIsReportedAsLost() {
    CounterFixture.count(views, id, 3);
    views.flush(SOON);
    var restored = new CounterFixture(1);
    bench.ledger.redirectTo(restored.durable);
    bench.fast.restore(SHARD, StagingState.EMPTY);
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-heartbeat");
    views.flush(SOON);
    assertThat(restored.persisted(id)).isEqualTo(4);
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(4, 0L, 0L, 0L, 4, 0, 3, true, bench.now()));
    assertThat(restored.durable.answered(ApplyVerdict.OK)).isEqualTo(1);
  }

  @Test
  void closingAppliesUnsentViewsAndReportsTheRestAsUncertain() {
    CounterFixture.count(views, id, 3);
    views.flush(SOON);
    bench.fast.startOutage();
    CounterFixture.count(views, id, 4);
    CounterFixture.run(views, "views-send");
    CounterFixture.count(views, id, 5);
    assertThatThrownBy(views::close).isInstanceOf(PortUnavailable.class);
    assertThat(bench.persisted(id)).as("4 were sent without an answer").isEqualTo(8);
    bench.pass(Duration.ofMinutes(2));
    bench.fast.endOutage();
    assertThat(bench.counter().reconcile().lost()).as("and are told").isEqualTo(4);
  }

  @Test
  void closingWithoutStagingSucceedsIfAllViewsWentDirectly() {
    bench.staging.before("add", InterceptedPort::refuse);
    countAndSend(id);
    countAndSend(id);
    views.close();
    assertThat(bench.persisted(id)).isEqualTo(2);
  }

  private void countAndSend(UUID viewed) {
    views.recorder().count(viewed);
    CounterFixture.run(views, "views-send");
  }
}
