package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.Views;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DeadWriterReaperTest {
  private static final Shard SHARD = new Shard(0);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final CounterFixture bench = new CounterFixture(1);
  private final ViewCounter killed = bench.counter();
  private final ViewCounter alive = bench.counter();
  private final UUID id = bench.sample.subject();

  @Test
  void aSilentWriterIsRemovedAndItsSumsStay() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    CounterFixture.count(killed, id, 4);
    killed.reconcile();
    CounterFixture.run(killed, "views-heartbeat");
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).isEmpty();
    assertThat(bench.fast.state(SHARD).seen()).as("remembered for a while").hasSize(1);
    bench.pass(Duration.ofHours(1));
    CounterFixture.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).isEmpty();
    assertThat(bench.persisted(id)).isEqualTo(3);
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 0L, 0L, 3, 0, 4, true, bench.now()));
  }

  @Test
  void aWriterSilentForFiveMinutesIsNotRemoved() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofMinutes(4));
    assertThat(rows()).hasSize(1);
    assertThat(bench.fast.state(SHARD).seen()).hasSize(1);
  }

  @Test
  void aWriterWithAHeartbeatIsNotRemoved() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(killed, "views-heartbeat");
    cleanAfter(Duration.ofMinutes(1));
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aRestoredLedgerDoesNotRemoveLivingWriters() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(alive, "views-clean");
    CounterFixture.run(killed, "views-heartbeat");
    bench.pass(Duration.ofMinutes(1));
    CounterFixture.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void anEndedSilenceDoesNotCountForTheNext() {
    aRestoredLedgerDoesNotRemoveLivingWriters();
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aSilenceEndedBetweenTwoRunsDoesNotCountForTheNext() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(alive, "views-clean");
    bench.pass(Duration.ofMinutes(1));
    CounterFixture.run(killed, "views-heartbeat");
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aLivingWriterWithAnUnansweredRegistrationIsNotRemoved() {
    bench.ledger.after("register", InterceptedPort.times(1, InterceptedPort::lose));
    CounterFixture.count(killed, id, 3);
    CounterFixture.run(killed, "views-send");
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(killed, "views-heartbeat");
    cleanAfter(Duration.ZERO);
    assertThat(rows()).extracting(WriterRow::accepted).containsExactly(3L);
  }

  @Test
  void aSilentWriterIsNotRemovedBeforeItHadTimeForAHeartbeat() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofMinutes(8));
    CounterFixture.run(alive, "views-clean");
    bench.pass(Duration.ofSeconds(30));
    CounterFixture.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aWriterWithOpenViewsIsNotRemoved() {
    CounterFixture.count(killed, id, 3);
    CounterFixture.run(killed, "views-send");
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).hasSize(1);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(3);
    CounterFixture.run(alive, "views-clean");
    assertThat(rows()).isEmpty();
  }

  @Test
  void aWriterWithASealedBatchIsNotRemoved() {
    CounterFixture.count(killed, id, 3);
    CounterFixture.run(killed, "views-send");
    bench.fast.seal(SHARD);
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).hasSize(1);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void noWriterIsRemovedDuringAnOutageOfStaging() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.fast.startOutage();
    assertThatThrownBy(() -> cleanAfter(Duration.ofMinutes(8))).isInstanceOf(PortUnavailable.class);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aWriterWithStagedBatchesIsNotForgotten() {
    var stranger = bench.sample.writer();
    bench.fast.add(SHARD, CounterFixture.batch(stranger, Offset.START, id, 9));
    bench.fast.seal(SHARD);
    CounterFixture.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).containsKey(stranger);
    alive.flush(SOON);
    assertThat(bench.durable.quarantined()).hasSize(1);
    CounterFixture.run(alive, "views-clean");
    bench.pass(Duration.ofHours(1));
    CounterFixture.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).isEmpty();
  }

  @Test
  void aWriterThatRegistersMeanwhileIsNotForgotten() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    bench.staging.before("snapshot", InterceptedPort.times(1, this::comeToWork));
    cleanAfter(Duration.ofMinutes(8));
    assertThat(bench.fast.state(SHARD).seen()).hasSize(2);
    CounterFixture.run(alive, "views-heartbeat");
    bench.pass(Duration.ofHours(1));
    CounterFixture.run(alive, "views-heartbeat");
    CounterFixture.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).hasSize(1);
    assertThat(rows()).extracting(WriterRow::accepted).hasSize(1);
    assertThat(CounterFixture.live(alive, id).total()).isEqualTo(5);
  }

  @Test
  void directWritersAreRemovedAlsoWithoutStaging() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    var direct = bench.direct();
    CounterFixture.count(direct, id, 4);
    direct.flush(SOON);
    bench.pass(Duration.ofMinutes(8));
    cleanTwice(bench.direct());
    assertThat(rows()).extracting(WriterRow::via).containsExactly(DeliveryPath.STAGING);
    var again = bench.direct();
    CounterFixture.count(again, id, 5);
    again.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).isEmpty();
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(12, 0L, 0L, 0L, 12, 0, 0, true, bench.now()));
  }

  @Test
  void aProcessThatResumesAfterItsRemovalDoublesNothing() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    CounterFixture.count(killed, id, 4);
    CounterFixture.run(killed, "views-send");
    CounterFixture.run(killed, "views-heartbeat");
    CounterFixture.run(killed, "views-send");
    killed.flush(SOON);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(alive.reconcile().balanced()).isTrue();
    assertThat(alive.reconcile().counted()).isEqualTo(7);
  }

  @Test
  void aWriterCutOffFromTheLedgerDoublesNothing() {
    CounterFixture.count(killed, id, 3);
    CounterFixture.run(killed, "views-send");
    alive.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).isEmpty();
    CounterFixture.run(killed, "views-heartbeat");
    CounterFixture.count(killed, id, 4);
    killed.flush(SOON);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(rows()).as("under its name").hasSize(1);
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void batchesSentAfterARemovalAreAppliedEvenIfTheWriterDies() {
    CounterFixture.count(killed, id, 3);
    CounterFixture.run(killed, "views-send");
    alive.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).isEmpty();
    CounterFixture.count(killed, id, 4);
    CounterFixture.run(killed, "views-send");
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(7, 0L, 4L, 0L, 3, 0, 0, true, bench.now()));
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(rows()).as("the row is back").hasSize(1);
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(7, 0L, 0L, 0L, 7, 0, 0, true, bench.now()));
  }

  @Test
  void aLiveTotalIsNotDegradedOnceARowIsGone() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    assertThat(rows()).isEmpty();
    assertThat(CounterFixture.live(alive, id).isDegraded()).isFalse();
    assertThat(CounterFixture.live(alive, id).total()).isEqualTo(3);
  }

  @Test
  void aLiveTotalThatIsReadWhileARemovedWriterComesBackHasItsViews() {
    CounterFixture.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofMinutes(8));
    bench.staging.before(
        "pending",
        InterceptedPort.times(
            1,
            () -> {
              CounterFixture.count(killed, id, 4);
              CounterFixture.run(killed, "views-send");
              alive.flush(SOON);
            }));
    var total = CounterFixture.live(alive, id);
    assertThat(total.total()).isEqualTo(7);
    assertThat(total.isDegraded()).isFalse();
  }

  private void comeToWork() {
    CounterFixture.count(alive, id, 2);
    CounterFixture.run(alive, "views-send");
  }

  private void cleanAfter(Duration silence) {
    bench.pass(silence);
    cleanTwice(alive);
  }

  private void cleanTwice(Views by) {
    CounterFixture.run(by, "views-clean");
    bench.pass(Duration.ofMinutes(1));
    CounterFixture.run(by, "views-clean");
  }

  private List<WriterRow> rows() {
    return bench.durable.snapshots(List.of(SHARD)).get(0).writers();
  }
}
