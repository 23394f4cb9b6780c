package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReconciliationCalculatorTest {
  private static final Shard SHARD = new Shard(0);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final StagingSnapshot NOTHING =
      new StagingSnapshot(Map.of(), Map.of(), Map.of(), Set.of(), 0, 0, false);

  private final ViewsSample sample = new ViewsSample(6);
  private final WriterId writer = sample.writer();

  @Test
  void everyCountedViewHasAPlace() {
    for (var seed = 0; seed < 2_000; seed++) {
      var world = new World(seed);
      var reconciliation = world.calculator().close(Sample.BEGINNING);
      assertThat(reconciliation).as("seed %s", seed).isEqualTo(world.expected());
      assertThat(reconciliation.counted())
          .as("seed %s", seed)
          .isEqualTo(
              world.unsent
                  + world.open
                  + world.sealed
                  + reconciliation.applied()
                  + reconciliation.rejected());
    }
  }

  @Test
  void anExtraViewOnEitherSideIsUnbalanced() {
    var row = new WriterRow(writer, DeliveryPath.STAGING, new Offset(1, 5), 5, 0, Duration.ZERO);
    assertThat(balanced(5, row, NOTHING)).isTrue();
    assertThat(balanced(6, row, NOTHING)).isFalse();
    assertThat(
            balanced(
                5, row, new StagingSnapshot(Map.of(), Map.of(), Map.of(), Set.of(), 1, 0, false)))
        .isFalse();
    assertThat(
            balanced(
                5, row, new StagingSnapshot(Map.of(), Map.of(), Map.of(), Set.of(), 0, 1, false)))
        .isFalse();
  }

  @Test
  void unsentViewsOfAWriterAreLostAfterAMinuteOfSilence() {
    var reconciliation = ofOne(A_MINUTE, Map.of());
    assertThat(reconciliation.unsent()).isEqualTo(4);
    assertThat(reconciliation.lost()).isEqualTo(2);
    assertThat(reconciliation.counted()).isEqualTo(9);
    var later = ofOne(A_MINUTE.plusNanos(1), Map.of());
    assertThat(later.unsent()).isZero();
    assertThat(later.lost()).isEqualTo(6);
    assertThat(later.counted()).isEqualTo(5);
  }

  @Test
  void theCountsOfThisProcessReplaceItsRowsAndItIsNeverDead() {
    var self = new WriterCounts(SHARD, writer, 20, 3);
    var reconciliation = ofOne(Duration.ofDays(1), Map.of(writer, self));
    assertThat(reconciliation.counted()).isEqualTo(20);
    assertThat(reconciliation.unsent()).isEqualTo(15);
    assertThat(reconciliation.lost()).isEqualTo(3);
  }

  @Test
  void aWriterOfThisProcessWithoutBatchesIsIncluded() {
    var calculator = new ReconciliationCalculator();
    var self = new WriterCounts(SHARD, writer, 20, 3);
    calculator.add(
        new ShardSnapshot(SHARD, 0, 0, 0, 0, List.of()),
        NOTHING,
        AppliedOffsets.NONE,
        Map.of(writer, self));
    assertThat(calculator.close(Sample.BEGINNING))
        .isEqualTo(new Reconciliation(20, 20L, 0L, 0L, 0, 0, 3, true, Sample.BEGINNING));
  }

  @Test
  void aShardWithoutStagedCountsDegradesTheReconciliation() {
    var calculator = new ReconciliationCalculator();
    var row =
        new WriterRow(writer, DeliveryPath.STAGING, new Offset(1, 5), 9, 2, Duration.ofDays(1));
    calculator.add(
        new ShardSnapshot(SHARD, 5, 0, 0, 0, List.of()), NOTHING, AppliedOffsets.NONE, Map.of());
    calculator.add(
        new ShardSnapshot(SHARD, 5, 0, 0, 0, List.of(row)), null, AppliedOffsets.NONE, Map.of());
    var closed = calculator.close(Sample.BEGINNING);
    assertThat(closed.isDegraded()).isTrue();
    assertThat(closed)
        .as("the views that a silent writer staged are unknown, so none is lost yet")
        .isEqualTo(new Reconciliation(9, null, null, null, 10, 0, 2, null, Sample.BEGINNING));
  }

  private boolean balanced(long views, WriterRow row, StagingSnapshot staged) {
    var calculator = new ReconciliationCalculator();
    calculator.add(
        new ShardSnapshot(SHARD, views, 0, 0, 0, List.of(row)),
        staged,
        AppliedOffsets.NONE,
        Map.of());
    return Boolean.TRUE.equals(calculator.close(Sample.BEGINNING).balanced());
  }

  private Reconciliation ofOne(Duration silence, Map<WriterId, WriterCounts> own) {
    var row = new WriterRow(writer, DeliveryPath.STAGING, new Offset(1, 5), 9, 2, silence);
    var calculator = new ReconciliationCalculator();
    calculator.add(
        new ShardSnapshot(SHARD, 5, 0, 0, 0, List.of(row)), NOTHING, AppliedOffsets.NONE, own);
    return calculator.close(Sample.BEGINNING);
  }

  /** Two shards of several writers, each with views at every stage of the path. */
  private static final class World {
    private final Random random;
    private final ViewsSample sample;
    private final ReconciliationCalculator calculator = new ReconciliationCalculator();
    private long counted;
    private long unsent;
    private long open;
    private long sealed;
    private long applied;
    private long rejected;
    private long lost;

    World(long seed) {
      random = new Random(seed);
      sample = new ViewsSample(seed);
      addShard(new Shard(0));
      addShard(new Shard(1));
    }

    ReconciliationCalculator calculator() {
      return calculator;
    }

    Reconciliation expected() {
      return new Reconciliation(
          counted, unsent, open, sealed, applied, rejected, lost, true, Sample.BEGINNING);
    }

    private void addShard(Shard shard) {
      var rows = new ArrayList<WriterRow>();
      var own = new HashMap<WriterId, WriterCounts>();
      var seen = new HashMap<WriterId, Offset>();
      var start = new HashMap<WriterId, Offset>();
      var before = new long[] {open, sealed};
      var brought = few();
      for (var writers = random.nextInt(6); writers > 0; writers--) {
        brought += addWriter(shard, rows, own, seen, start);
      }
      var gone = few();
      brought += gone;
      counted += gone;
      var goneLost = few();
      lost += goneLost;
      var refused = random.nextLong(brought + 1);
      // Views that were applied before any writer of this model started.
      var older = brought - gone - rows.stream().mapToLong(row -> row.applied().views()).sum();
      gone += older;
      counted += older;
      applied += brought - refused;
      rejected += refused;
      var sums =
          new StagingSnapshot(
              seen, start, Map.of(), Set.of(), open - before[0], sealed - before[1], false);
      calculator.add(
          new ShardSnapshot(shard, brought - refused, refused, gone, goneLost, rows),
          sums,
          AppliedOffsets.NONE,
          own);
    }

    private long addWriter(
        Shard shard,
        List<WriterRow> rows,
        Map<WriterId, WriterCounts> own,
        Map<WriterId, Offset> seen,
        Map<WriterId, Offset> start) {
      var writer = sample.writer();
      var isDirect = random.nextBoolean();
      var have = few();
      var toSeal = isDirect ? 0 : few();
      var toOpen = isDirect ? 0 : few();
      var rest = few();
      var thrown = few();
      var all = have + toSeal + toOpen + rest;
      var isOwn = random.nextBoolean();
      var isDead = !isOwn && random.nextBoolean();
      var told = isOwn ? random.nextLong(all + 1) : all;
      var silence = isDead ? Duration.ofMinutes(2) : Duration.ofSeconds(9);
      var via = isDirect ? DeliveryPath.DIRECT : DeliveryPath.STAGING;
      rows.add(new WriterRow(writer, via, new Offset(1, have), told, thrown, silence));
      if (isOwn) {
        own.put(writer, new WriterCounts(shard, writer, all, thrown));
      }
      if (!isDirect) {
        start.put(writer, new Offset(2, have + toSeal));
        seen.put(writer, new Offset(3, have + toSeal + toOpen));
      }
      sealed += toSeal;
      open += toOpen;
      unsent += isDead ? 0 : rest;
      counted += isDead ? all - rest : all;
      lost += thrown + (isDead ? rest : 0);
      return have;
    }

    private long few() {
      return random.nextInt(4) == 0 ? 0 : random.nextInt(1_000);
    }
  }
}
