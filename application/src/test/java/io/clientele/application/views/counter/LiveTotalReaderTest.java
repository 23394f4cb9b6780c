package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.application.views.pipeline.ShardFlush;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.staging.StagingState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LiveTotalReaderTest {
  private static final Shard SHARD = new Shard(0);

  private final CounterFixture bench = new CounterFixture(2);
  private final UUID id = bench.accountOf(SHARD);
  private final UUID elsewhere = bench.accountOf(new Shard(1));
  private final WriterId writer = bench.sample.writer();
  private final Set<UUID> late = new HashSet<>();
  private final LiveTotalReader live =
      new LiveTotalReader(
          bench.staging.port(), bench.ledger.port(), bench.settings(), late::contains);
  private Offset sent = Offset.START;

  @BeforeEach
  void fiveViewsAreAppliedAndTwoAreStaged() {
    bench.durable.register(writer, DeliveryPath.STAGING, bench.shards.all());
    stage(5);
    flush();
    stage(2);
  }

  @Test
  void itAddsStagedToAppliedViews() {
    assertThat(live.of(List.of(id, elsewhere)))
        .isEqualTo(
            Map.of(
                id, new LiveTotal(id, 7, 5, 2L, bench.now()),
                elsewhere, new LiveTotal(elsewhere, 0, 0, 0L, bench.now())));
    assertThat(bench.ledger.calls("totals")).isEqualTo(1);
  }

  @Test
  void sealedViewsAreAdded() {
    bench.fast.seal(SHARD);
    stage(1);
    assertThat(read()).isEqualTo(new LiveTotal(id, 8, 5, 3L, bench.now()));
  }

  @Test
  void aBatchAppliedBetweenBothReadsCausesAnotherRead() {
    bench.ledger.after("totals", InterceptedPort.times(2, this::flushOneMore));
    assertThat(read()).isEqualTo(new LiveTotal(id, 9, 9, 0L, bench.now()));
    assertThat(bench.ledger.calls("totals")).isEqualTo(3);
  }

  @Test
  void onlyInexactTotalsAreReadAgain() {
    bench.ledger.after("totals", InterceptedPort.times(2, this::flushOneMore));
    live.of(List.of(id, elsewhere));
    assertThat(bench.staging.calls("pending")).as("thrice the one, once the other").isEqualTo(4);
  }

  @Test
  void afterThreeReadsTheTotalIsDegraded() {
    bench.ledger.after("totals", this::flushOneMore);
    assertThat(read()).isEqualTo(new LiveTotal(id, 9, 9, null, bench.now()));
    assertThat(bench.ledger.calls("totals")).isEqualTo(3);
  }

  @Test
  void batchesThatDoNotJoinTheLedgerAreNotAdded() {
    bench.fast.restore(SHARD, beside());
    assertThat(read()).isEqualTo(new LiveTotal(id, 5, 5, null, bench.now()));
    assertThat(bench.ledger.calls("totals")).isEqualTo(3);
  }

  @Test
  void batchesOfAnUnknownWriterAreNotAdded() {
    bench.fast.add(SHARD, CounterFixture.batch(bench.sample.writer(), Offset.START, id, 9));
    assertThat(read().isDegraded()).isTrue();
  }

  @Test
  void aResetDuringTheReadCausesAnotherRead() {
    bench.fast.restore(SHARD, beside());
    bench.ledger.after("totals", InterceptedPort.times(1, this::reset));
    assertThat(read())
        .as("2 views wait for their writer to send them again")
        .isEqualTo(new LiveTotal(id, 5, 5, 0L, bench.now()));
    assertThat(bench.ledger.calls("totals")).isEqualTo(2);
  }

  @Test
  void withoutStagingItReturnsDurableTotals() {
    bench.fast.startOutage();
    assertThat(read()).isEqualTo(new LiveTotal(id, 5, 5, null, bench.now()));
    assertThat(read().isDegraded()).isTrue();
  }

  @Test
  void withoutTheLedgerItFails() {
    bench.durable.startOutage();
    assertThatThrownBy(this::read).isInstanceOf(PortUnavailable.class);
  }

  @Test
  void aTotalDoesNotOverflow() {
    var other = bench.sample.writer();
    bench.durable.register(other, DeliveryPath.STAGING, List.of(SHARD));
    var views = Long.MAX_VALUE - 5;
    var batch =
        new SealedBatch(
            Map.of(other, new OffsetRange(Offset.START, new Offset(1, views))),
            ViewCounts.of(Map.of(id, views)),
            bench.now());
    bench.durable.apply(SHARD, batch);
    assertThat(read())
        .isEqualTo(new LiveTotal(id, Long.MAX_VALUE, Long.MAX_VALUE, 0L, bench.now()));
  }

  @Test
  void pendingIsAlwaysTotalMinusPersisted() {
    var full = bench.accountOf(SHARD);
    var other = bench.sample.writer();
    bench.durable.register(other, DeliveryPath.STAGING, List.of(SHARD));
    var counts = ViewCounts.of(Map.of(full, Long.MAX_VALUE - 3));
    var span = new OffsetRange(Offset.START, new Offset(1, Long.MAX_VALUE - 3));
    bench.durable.apply(SHARD, new SealedBatch(Map.of(other, span), counts, bench.now()));
    var seven = CounterFixture.batch(bench.sample.writer(), Offset.START, full, 7);
    bench.durable.register(seven.writer(), DeliveryPath.STAGING, List.of(SHARD));
    bench.fast.add(SHARD, seven);
    assertThat(live.of(List.of(full)))
        .containsEntry(
            full, new LiveTotal(full, Long.MAX_VALUE, Long.MAX_VALUE - 3, 3L, bench.now()));
  }

  @Test
  void aTotalIsDegradedWhileViewsOfItsAccountAreLate() {
    late.add(id);
    assertThat(live.of(List.of(id, elsewhere)))
        .isEqualTo(
            Map.of(
                id, new LiveTotal(id, 5, 5, null, bench.now()),
                elsewhere, new LiveTotal(elsewhere, 0, 0, 0L, bench.now())));
    late.clear();
    assertThat(read()).isEqualTo(new LiveTotal(id, 7, 5, 2L, bench.now()));
  }

  private LiveTotal read() {
    return live.of(List.of(id)).values().iterator().next();
  }

  private void stage(long views) {
    var batch = CounterFixture.batch(writer, sent, id, views);
    bench.fast.add(SHARD, batch);
    sent = batch.to();
  }

  private void flush() {
    new ShardFlush(bench.fast, bench.durable).run(SHARD);
  }

  private void flushOneMore() {
    flush();
    stage(1);
    flush();
  }

  private void reset() {
    bench.fast.reset(SHARD, bench.durable.applied(SHARD));
    bench.pass(Duration.ofMillis(1));
  }

  /** Seals one batch whose beginning the ledger has and whose end it does not. */
  private StagingState beside() {
    var both = CounterFixture.batch(writer, Offset.START, id, 5);
    var second = CounterFixture.batch(writer, both.to(), id, 2);
    return StagingState.EMPTY.add(both).next().add(second).next();
  }
}
