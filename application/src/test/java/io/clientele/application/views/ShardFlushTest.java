package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.WriterId;
import io.clientele.testkit.InMemoryViewLedger;
import io.clientele.testkit.InMemoryViewLedger.Quarantined;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShardFlushTest {
  private static final Shard SHARD = new Shard(0);

  private final Workbench bench = new Workbench(1);
  private final WriterId writer = bench.sample.writer();
  private final AccountId id = bench.sample.id();
  private final ShardFlush flush = new ShardFlush(bench.staging.port(), bench.ledger.port());
  private Mark sent = Mark.START;

  @Test
  void whatIsSealedAndWhatIsOpenIsApplied() {
    register(bench.durable);
    stage(3);
    bench.fast.seal(SHARD);
    stage(4);
    var run = flush.run(SHARD);
    assertThat(run.totals()).isEqualTo(new FlushTotals(2, 2, 7, 0));
    assertThat(run.applied().marks()).isEqualTo(Map.of(writer, new Mark(2, 7)));
    assertThat(bench.persisted(id)).isEqualTo(7);
    assertThat(bench.fast.segments(SHARD)).isEmpty();
  }

  @Test
  void withNothingStagedNothingIsDone() {
    assertThat(flush.run(SHARD).totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.ledger.calls("apply")).isZero();
  }

  @Test
  void aBatchThatAnotherInstanceAppliedMeanwhileIsNotCountedTwice() {
    register(bench.durable);
    stage(3);
    bench.staging.after(
        "read", Tap.times(1, () -> new ShardFlush(bench.fast, bench.durable).run(SHARD)));
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(Verdict.DUPLICATE)).isEqualTo(1);
    assertThat(run.totals()).as("the other's work").isEqualTo(FlushTotals.NONE);
    assertThat(run.applied().marks()).isEqualTo(Map.of(writer, new Mark(1, 3)));
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void aShardThatAnotherInstanceHoldsIsLeftToThatOne() {
    register(bench.durable);
    stage(3);
    bench.durable.whileHeld(
        SHARD, () -> assertThat(flush.run(SHARD).totals()).isEqualTo(FlushTotals.NONE));
    assertThat(bench.durable.answered(Verdict.BUSY)).isEqualTo(1);
    assertThat(bench.fast.segments(SHARD)).hasSize(1);
    assertThat(flush.run(SHARD).totals().views()).isEqualTo(3);
  }

  @Test
  void aStagingThatGoesBackMidwayIsThrownAwayAndTheWriterAskedAgain() {
    register(bench.durable);
    var first = Workbench.batch(writer, Mark.START, id, 3);
    var second = Workbench.batch(writer, first.to(), id, 4);
    bench.fast.add(SHARD, first);
    flush.run(SHARD);
    bench.staging.after("seal", Tap.times(1, () -> bench.fast.restore(SHARD, bothInOne())));
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(Verdict.CONFLICT)).isEqualTo(1);
    assertThat(run.totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.fast.seen(SHARD, writer)).isEqualTo(new Mark(1, 3));
    assertThat(bench.durable.quarantined()).isEmpty();
    bench.fast.add(SHARD, second);
    flush.run(SHARD);
    assertThat(bench.persisted(id)).isEqualTo(7);
  }

  @Test
  void aBatchOfAnUnknownWriterIsQuarantinedAfterASecondRefusal() {
    stage(3);
    var run = flush.run(SHARD);
    assertThat(bench.durable.answered(Verdict.UNKNOWN)).isEqualTo(1);
    assertThat(bench.staging.calls("read")).as("read again before giving up").isEqualTo(2);
    assertThat(run.totals()).isEqualTo(FlushTotals.NONE);
    assertThat(bench.durable.quarantined())
        .isEqualTo(List.of(new Quarantined(SHARD, List.of(sealed(3)), Verdict.UNKNOWN)));
    assertThat(bench.fast.segments(SHARD)).isEmpty();
    assertThat(bench.persisted(id)).isZero();
  }

  @Test
  void aBatchAfterAGapIsQuarantinedWithAllBehindIt() {
    register(bench.durable);
    stage(3);
    bench.fast.seal(SHARD);
    stage(4);
    bench.staging.after("seal", Tap.times(1, () -> bench.fast.restore(SHARD, withoutTheFirst())));
    flush.run(SHARD);
    assertThat(bench.durable.quarantined())
        .extracting(Quarantined::why)
        .containsExactly(Verdict.GAP);
    assertThat(bench.fast.seen(SHARD, writer)).as("all is sent again").isEqualTo(Mark.START);
  }

  @Test
  void whatIsNotRefusedAgainIsAppliedAndNotQuarantined() {
    stage(3);
    bench.ledger.after("apply", Tap.times(1, () -> register(bench.durable)));
    flush.run(SHARD);
    assertThat(bench.durable.quarantined()).isEmpty();
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void aLedgerThatLostMoreThanIsKeptIsToldAndTheWriterAskedAgain() {
    register(bench.durable);
    for (var i = 0; i <= StagedViews.KEPT_MAX; i++) {
      stage(3);
      flush.run(SHARD);
    }
    var restored = new InMemoryViewLedger(bench.shards, bench::now);
    register(restored);
    bench.ledger.leadTo(restored);
    flush.run(SHARD);
    assertThat(restored.quarantined())
        .isEqualTo(List.of(new Quarantined(SHARD, List.of(), Verdict.GAP)));
    assertThat(bench.fast.seen(SHARD, writer)).isEqualTo(Mark.START);
  }

  @Test
  void aLedgerThatLostTheLastBatchesHasThemAgain() {
    register(bench.durable);
    var restored = new InMemoryViewLedger(bench.shards, bench::now);
    register(restored);
    for (var i = 0; i < StagedViews.KEPT_MAX; i++) {
      stage(3);
      flush.run(SHARD);
    }
    bench.ledger.leadTo(restored);
    flush.run(SHARD);
    assertThat(restored.viewsOf(id)).isEqualTo(3L * StagedViews.KEPT_MAX);
  }

  @Test
  void eitherSideThatIsAwayIsTold() {
    bench.fast.goAway();
    assertThatThrownBy(() -> flush.run(SHARD)).isInstanceOf(PortUnavailable.class);
    bench.fast.comeBack();
    bench.durable.goAway();
    assertThatThrownBy(() -> flush.run(SHARD)).isInstanceOf(PortUnavailable.class);
  }

  private void register(InMemoryViewLedger at) {
    at.register(writer, Via.STAGING, List.of(SHARD));
  }

  private void stage(long views) {
    var batch = Workbench.batch(writer, sent, id, views);
    bench.fast.add(SHARD, batch);
    sent = batch.to();
  }

  private SealedBatch sealed(long views) {
    var batch = Workbench.batch(writer, Mark.START, id, views);
    return StagedViews.EMPTY.add(batch).next().segments(bench.now()).get(0);
  }

  /** An older state in which both batches of the writer stand in one sealed batch. */
  private StagedViews bothInOne() {
    var first = Workbench.batch(writer, Mark.START, id, 3);
    var second = Workbench.batch(writer, first.to(), id, 4);
    return StagedViews.EMPTY.add(first).next().add(second).next().seal(bench.now());
  }

  /** What the staging holds, had it lost its oldest batch. */
  private StagedViews withoutTheFirst() {
    var state = bench.fast.state(SHARD);
    var rest = state.sealed().subList(1, state.sealed().size());
    return new StagedViews(
        state.open(), state.seen(), state.start(), rest, state.kept(), state.dropped());
  }
}
