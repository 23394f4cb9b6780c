package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.application.views.pipeline.ShardFlush;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.Reconciliation;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReconciliationReaderTest {
  private final CounterFixture bench = new CounterFixture(2);
  private final ViewCounter writer = bench.counter();
  private final UUID id = bench.accountOf(new Shard(1));
  private final ViewCounter views = bench.counter();

  @BeforeEach
  void threeViewsAreStaged() {
    stageThree();
  }

  @Test
  void countsAreReadOnceIfNothingMoves() {
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 3L, 0L, 0, 0, 0, true, bench.now()));
    assertThat(bench.ledger.calls("snapshots")).isEqualTo(1);
  }

  @Test
  void aBatchAppliedBetweenBothReadsCausesAnotherReading() {
    bench.ledger.after("snapshots", InterceptedPort.times(4, this::flush));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(15, 0L, 3L, 0L, 12, 0, 0, true, bench.now()));
    assertThat(bench.ledger.calls("snapshots")).isEqualTo(5);
    assertThat(bench.staging.calls("snapshot")).as("the other shard is read once").isEqualTo(6);
  }

  @Test
  void aNewWriterBetweenBothReadsCausesAnotherReading() {
    var newcomer = bench.counter();
    CounterFixture.count(newcomer, id, 2);
    bench.ledger.after(
        "snapshots", InterceptedPort.times(1, () -> CounterFixture.run(newcomer, "views-send")));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(5, 0L, 5L, 0L, 0, 0, 0, true, bench.now()));
    assertThat(bench.ledger.calls("snapshots")).isEqualTo(2);
  }

  @Test
  void afterFiveReadsCountsAreDegraded() {
    bench.ledger.after("snapshots", this::flush);
    var reconciliation = views.reconcile();
    assertThat(reconciliation.isDegraded()).isTrue();
    assertThat(reconciliation.applied()).as("what the last look saw").isEqualTo(12);
    assertThat(bench.ledger.calls("snapshots")).isEqualTo(5);
  }

  @Test
  void stagedViewsOfASilentWriterAreNotLost() {
    bench.pass(Duration.ofMinutes(2));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 3L, 0L, 0, 0, 0, true, bench.now()));
  }

  @Test
  void unsentViewsOfAKilledProcessAreLostAfterAMinute() {
    CounterFixture.count(writer, id, 4);
    writer.reconcile();
    CounterFixture.run(writer, "views-heartbeat");
    assertThat(views.reconcile().unsent()).isEqualTo(4);
    bench.pass(Duration.ofSeconds(61));
    assertThat(views.reconcile())
        .isEqualTo(new Reconciliation(3, 0L, 3L, 0L, 0, 0, 4, true, bench.now()));
  }

  @Test
  void withoutTheLedgerReconciliationFails() {
    bench.durable.startOutage();
    assertThatThrownBy(views::reconcile).isInstanceOf(PortUnavailable.class);
  }

  private void stageThree() {
    CounterFixture.count(writer, id, 3);
    CounterFixture.run(writer, "views-send");
  }

  private void flush() {
    new ShardFlush(bench.fast, bench.durable).run(new Shard(1));
    stageThree();
  }
}
