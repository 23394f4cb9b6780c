package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks.WriterRow;
import io.clientele.domain.views.Via;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CleaningTest {
  private static final Shard SHARD = new Shard(0);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Workbench bench = new Workbench(1);
  private final ViewCounter killed = bench.counter();
  private final ViewCounter alive = bench.counter();
  private final AccountId id = bench.sample.id();

  @Test
  void aWriterThatIsSilentForEightDaysGoesAndItsSumsStay() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    Workbench.count(killed, id, 4);
    killed.reconcile();
    Workbench.run(killed, "views-heartbeat");
    cleanAfter(Duration.ofDays(8));
    assertThat(rows()).isEmpty();
    assertThat(bench.fast.state(SHARD).seen()).isEmpty();
    assertThat(bench.persisted(id)).isEqualTo(3);
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 0L, 0L, 3, 0, 4, true, bench.now()));
  }

  @Test
  void aWriterThatIsSilentForAWeekStays() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofDays(7));
    assertThat(rows()).hasSize(1);
    assertThat(bench.fast.state(SHARD).seen()).hasSize(1);
  }

  @Test
  void aWriterThatSaysSomethingStays() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofDays(8));
    Workbench.run(killed, "views-heartbeat");
    cleanAfter(Duration.ofDays(1));
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aLivingWriterStaysThoughTheLedgerWasRestoredToAWeekAgo() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofDays(8));
    Workbench.run(alive, "views-clean");
    Workbench.run(killed, "views-heartbeat");
    bench.pass(Duration.ofHours(1));
    Workbench.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void whatWasSeenOfASilenceThatEndedDoesNotCountForTheNext() {
    aLivingWriterStaysThoughTheLedgerWasRestoredToAWeekAgo();
    bench.pass(Duration.ofDays(8));
    Workbench.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aSilenceThatEndedBetweenTwoLooksDoesNotCountForTheNext() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofDays(8));
    Workbench.run(alive, "views-clean");
    bench.pass(Duration.ofMinutes(1));
    Workbench.run(killed, "views-heartbeat");
    bench.pass(Duration.ofDays(8));
    Workbench.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aLivingWriterStaysThoughItNeverHeardThatItIsRegistered() {
    bench.ledger.after("register", Tap.times(1, Tap::lose));
    Workbench.count(killed, id, 3);
    Workbench.run(killed, "views-send");
    bench.pass(Duration.ofDays(8));
    Workbench.run(killed, "views-heartbeat");
    cleanAfter(Duration.ZERO);
    assertThat(rows()).extracting(WriterRow::accepted).containsExactly(3L);
  }

  @Test
  void aSilentWriterStaysUntilItHadTimeToSaySomething() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.pass(Duration.ofDays(8));
    Workbench.run(alive, "views-clean");
    bench.pass(Duration.ofMinutes(1));
    Workbench.run(alive, "views-clean");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aWriterWithOpenViewsStays() {
    Workbench.count(killed, id, 3);
    Workbench.run(killed, "views-send");
    cleanAfter(Duration.ofDays(8));
    assertThat(rows()).hasSize(1);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(3);
    Workbench.run(alive, "views-clean");
    assertThat(rows()).isEmpty();
  }

  @Test
  void aWriterWithASealedBatchStays() {
    Workbench.count(killed, id, 3);
    Workbench.run(killed, "views-send");
    bench.fast.seal(SHARD);
    cleanAfter(Duration.ofDays(8));
    assertThat(rows()).hasSize(1);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void noWriterGoesWhileTheStagingIsAway() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.fast.goAway();
    assertThatThrownBy(() -> cleanAfter(Duration.ofDays(8))).isInstanceOf(PortUnavailable.class);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aWriterWithoutARowIsNotForgottenWhileABatchNamesIt() {
    var stranger = bench.sample.writer();
    bench.fast.add(SHARD, Workbench.batch(stranger, Mark.START, id, 9));
    bench.fast.seal(SHARD);
    Workbench.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).containsKey(stranger);
    alive.flush(SOON);
    assertThat(bench.durable.quarantined()).hasSize(1);
    Workbench.run(alive, "views-clean");
    assertThat(bench.fast.state(SHARD).seen()).isEmpty();
  }

  @Test
  void aWriterThatRegistersMeanwhileIsNotForgotten() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    bench.staging.before("sums", Tap.times(1, this::comeToWork));
    cleanAfter(Duration.ofDays(8));
    assertThat(bench.fast.state(SHARD).seen()).hasSize(1);
    assertThat(rows()).extracting(WriterRow::accepted).hasSize(1);
    assertThat(Workbench.live(alive, id).total()).isEqualTo(5);
  }

  @Test
  void directWritersGoWithAndWithoutAStagingAndOthersOnlyWithOne() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    var direct = bench.direct();
    Workbench.count(direct, id, 4);
    direct.flush(SOON);
    bench.pass(Duration.ofDays(8));
    cleanTwice(bench.direct());
    assertThat(rows()).extracting(WriterRow::via).containsExactly(Via.STAGING);
    var again = bench.direct();
    Workbench.count(again, id, 5);
    again.flush(SOON);
    cleanAfter(Duration.ofDays(8));
    assertThat(rows()).isEmpty();
    assertThat(alive.reconcile())
        .isEqualTo(new Reconciliation(12, 0L, 0L, 0L, 12, 0, 0, true, bench.now()));
  }

  @Test
  void aProcessThatWakesAfterItsRowWentDoublesNothing() {
    Workbench.count(killed, id, 3);
    killed.flush(SOON);
    cleanAfter(Duration.ofDays(8));
    Workbench.count(killed, id, 4);
    Workbench.run(killed, "views-send");
    Workbench.run(killed, "views-heartbeat");
    Workbench.run(killed, "views-send");
    killed.flush(SOON);
    alive.flush(SOON);
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(alive.reconcile().balanced()).isTrue();
    assertThat(alive.reconcile().counted()).isEqualTo(7);
  }

  private void comeToWork() {
    Workbench.count(alive, id, 2);
    Workbench.run(alive, "views-send");
  }

  private void cleanAfter(Duration silence) {
    bench.pass(silence);
    cleanTwice(alive);
  }

  private void cleanTwice(Views by) {
    Workbench.run(by, "views-clean");
    bench.pass(Duration.ofHours(1));
    Workbench.run(by, "views-clean");
  }

  private List<WriterRow> rows() {
    return bench.durable.books(List.of(SHARD)).get(0).writers();
  }
}
