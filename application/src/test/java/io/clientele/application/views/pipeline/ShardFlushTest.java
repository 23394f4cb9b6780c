package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger.Quarantined;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ShardFlushTest {
  private static final Shard SHARD = new Shard(0);

  private final CounterFixture bench = new CounterFixture(1);
  private final WriterId writer = bench.sample.writer();
  private final UUID id = bench.sample.subject();
  private final ShardFlush flush = new ShardFlush(bench.staging.port(), bench.ledger.port());
  private Offset sent = Offset.START;

  @Test
  void sealedAndOpenViewsAreApplied() {
    register(bench.durable);
    stage(3);
    bench.fast.seal(SHARD);
    stage(4);
    var run = flush.run(SHARD);
    assertThat(run.totals()).isEqualTo(new FlushTotals(2, 2, 7, 0));
    assertThat(run.applied().byWriter()).isEqualTo(Map.of(writer, new Offset(2, 7)));
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(bench.fast.segments(SHARD)).isEmpty();
  }

  @Test
  void withoutStagedViewsNothingIsDone() {
    assertThat(flush.run(SHARD).totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.ledger.calls("apply")).isZero();
  }

  @Test
  void aBatchAppliedConcurrentlyIsCountedOnce() {
    register(bench.durable);
    stage(3);
    bench.staging.after(
        "read",
        InterceptedPort.times(1, () -> new ShardFlush(bench.fast, bench.durable).run(SHARD)));
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(ApplyVerdict.DUPLICATE)).isEqualTo(1);
    assertThat(run.totals()).as("the other's work").isEqualTo(FlushTotals.NONE);
    assertThat(run.applied().byWriter()).isEqualTo(Map.of(writer, new Offset(1, 3)));
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void aShardLockedByAnotherInstanceIsLeftToIt() {
    register(bench.durable);
    stage(3);
    bench.durable.whileHeld(
        SHARD, () -> assertThat(flush.run(SHARD).totals()).isEqualTo(FlushTotals.NONE));
    assertThat(bench.durable.answered(ApplyVerdict.BUSY)).isEqualTo(1);
    assertThat(bench.fast.segments(SHARD)).hasSize(1);
    assertThat(flush.run(SHARD).totals().views()).isEqualTo(3);
  }

  @Test
  void aStagingThatGoesBackIsDiscardedAndTheWriterResends() {
    register(bench.durable);
    var first = CounterFixture.batch(writer, Offset.START, id, 3);
    var second = CounterFixture.batch(writer, first.to(), id, 4);
    bench.fast.add(SHARD, first);
    flush.run(SHARD);
    bench.staging.after(
        "seal", InterceptedPort.times(1, () -> bench.fast.restore(SHARD, bothInOne())));
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(ApplyVerdict.CONFLICT)).isEqualTo(1);
    assertThat(run.totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.fast.seen(SHARD, writer)).isEqualTo(new Offset(1, 3));
    assertThat(bench.durable.quarantined()).isEmpty();
    bench.fast.add(SHARD, second);
    flush.run(SHARD);
    assertThat(bench.persisted(id)).isEqualTo(7);
  }

  @Test
  void aBatchOfAnUnknownWriterIsQuarantinedAfterASecondRefusal() {
    stage(3);
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(ApplyVerdict.UNKNOWN)).isEqualTo(1);
    assertThat(bench.staging.calls("read")).as("read again before giving up").isEqualTo(2);
    assertThat(run.totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.durable.quarantined())
        .isEqualTo(List.of(new Quarantined(SHARD, List.of(sealed(3)), ApplyVerdict.UNKNOWN)));
    assertThat(bench.fast.segments(SHARD)).isEmpty();
    assertThat(bench.persisted(id)).isZero();
  }

  @Test
  void aBatchAfterAGapIsQuarantinedWithLaterBatches() {
    register(bench.durable);
    stage(3);
    bench.fast.seal(SHARD);
    stage(4);
    bench.staging.after(
        "seal", InterceptedPort.times(1, () -> bench.fast.restore(SHARD, withoutTheFirst())));
    flush.run(SHARD);
    assertThat(bench.durable.quarantined())
        .extracting(Quarantined::why)
        .containsExactly(ApplyVerdict.GAP);
    assertThat(bench.fast.seen(SHARD, writer)).as("all is sent again").isEqualTo(Offset.START);
  }

  @Test
  void aBatchRefusedOnceIsAppliedAndNotQuarantined() {
    stage(3);
    bench.ledger.after("apply", InterceptedPort.times(1, () -> register(bench.durable)));
    flush.run(SHARD);
    assertThat(bench.durable.quarantined()).isEmpty();
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void aLedgerThatLostMoreThanIsKeptIsReportedAndTheWriterResends() {
    register(bench.durable);
    for (var i = 0; i <= StagingState.KEPT_MAX; i++) {
      stage(3);
      flush.run(SHARD);
    }
    var restored = new InMemoryViewLedger(bench.shards, bench::now);
    register(restored);
    bench.ledger.redirectTo(restored);
    flush.run(SHARD);
    assertThat(restored.quarantined())
        .isEqualTo(List.of(new Quarantined(SHARD, List.of(), ApplyVerdict.GAP)));
    assertThat(bench.fast.seen(SHARD, writer)).isEqualTo(Offset.START);
  }

  @Test
  void aLedgerThatLostTheLastBatchesGetsThemAgain() {
    register(bench.durable);
    var restored = new InMemoryViewLedger(bench.shards, bench::now);
    register(restored);
    for (var i = 0; i < StagingState.KEPT_MAX; i++) {
      stage(3);
      flush.run(SHARD);
    }
    bench.ledger.redirectTo(restored);
    flush.run(SHARD);
    assertThat(restored.viewsOf(id)).isEqualTo(3L * StagingState.KEPT_MAX);
  }

  @Test
  void anOutageOfEitherStoreIsReported() {
    bench.fast.startOutage();
    assertThatThrownBy(() -> flush.run(SHARD)).isInstanceOf(PortUnavailable.class);
    bench.fast.endOutage();
    bench.durable.startOutage();
    assertThatThrownBy(() -> flush.run(SHARD)).isInstanceOf(PortUnavailable.class);
  }

  private void register(InMemoryViewLedger at) {
    at.register(writer, DeliveryPath.STAGING, List.of(SHARD));
  }

  private void stage(long views) {
    var batch = CounterFixture.batch(writer, sent, id, views);
    bench.fast.add(SHARD, batch);
    sent = batch.to();
  }

  private SealedBatch sealed(long views) {
    var batch = CounterFixture.batch(writer, Offset.START, id, views);
    return StagingState.EMPTY.add(batch).next().segments(bench.now()).get(0);
  }

  /** An older state in which one sealed batch contains both batches of the writer. */
  private StagingState bothInOne() {
    var first = CounterFixture.batch(writer, Offset.START, id, 3);
    var second = CounterFixture.batch(writer, first.to(), id, 4);
    return StagingState.EMPTY.add(first).next().add(second).next().seal(bench.now());
  }

  /** The staging without its oldest batch. */
  private StagingState withoutTheFirst() {
    var state = bench.fast.state(SHARD);
    var rest = state.sealed().subList(1, state.sealed().size());
    return new StagingState(
        state.open(), state.seen(), state.start(), rest, state.kept(), state.dropped());
  }
}
