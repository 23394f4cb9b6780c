package io.clientele.testkit.views.staging;

import static io.clientele.testkit.views.staging.StagingAddContract.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Open views are sealed and read as the next batch; a part of {@link ViewStagingContract}. */
public interface StagingSealContract extends StagingUnderTest {
  @Test
  default void anEmptyStagingHasNothingToApply() {
    var staging = staging();
    staging.seal(SHARD);
    assertThat(staging.read(SHARD, AppliedOffsets.NONE)).isEqualTo(new NextBatch.Nothing());
    assertThat(staging.segments(SHARD)).isEmpty();
  }

  @Test
  default void openViewsAreNotReadBeforeTheyAreSealed() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1));
    assertThat(staging.read(SHARD, author.applied(0))).isEqualTo(new NextBatch.Nothing());
  }

  @Test
  default void aSealedBatchNamesItsWritersAndTheirRanges() {
    var staging = staging();
    var one = author(1);
    var other = author(2);
    staging.add(SHARD, one.batch(1, 3));
    staging.add(SHARD, other.batch(1));
    staging.seal(SHARD);
    var batch = batch(staging.read(SHARD, TestWriter.applied(one, 0, other, 0)));
    assertBatch(
        batch,
        Map.of(one.writer(), one.span(1, 3), other.writer(), other.span(1, 1)),
        one.counts(1, 3).plus(other.counts(1, 1)));
    assertThat(batch.sealedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
  }

  @Test
  default void aBatchStartsAtTheEndOfThePreviousOneWithoutIdleWriters() {
    var staging = staging();
    var one = author(1);
    var idle = author(2);
    staging.add(SHARD, one.batch(1, 2));
    staging.add(SHARD, idle.batch(1));
    staging.seal(SHARD);
    staging.add(SHARD, one.batch(3));
    staging.seal(SHARD);
    var next = batch(staging.read(SHARD, TestWriter.applied(one, 2, idle, 1)));
    assertBatch(next, Map.of(one.writer(), one.span(3, 3)), one.counts(3, 3));
  }

  @Test
  default void sealingWithoutOpenViewsChangesNothing() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1));
    staging.seal(SHARD);
    staging.seal(SHARD);
    assertThat(staging.segments(SHARD)).hasSize(1);
    var only = batch(staging.read(SHARD, author.applied(0)));
    assertBatch(only, Map.of(author.writer(), author.span(1, 1)), author.counts(1, 1));
    assertThat(staging.read(SHARD, author.applied(1))).isEqualTo(new NextBatch.Nothing());
  }

  @Test
  default void theOldestBatchIsReadUntilTheLedgerHasIt() {
    var staging = staging();
    var author = author(1);
    sealEach(staging, author, 3);
    var first = staging.read(SHARD, author.applied(0));
    assertThat(batch(first).ranges()).containsEntry(author.writer(), author.span(1, 1));
    assertThat(staging.read(SHARD, author.applied(0))).isEqualTo(first);
    var second = batch(staging.read(SHARD, author.applied(1)));
    assertThat(second.ranges()).containsEntry(author.writer(), author.span(2, 2));
    assertThat(staging.segments(SHARD)).hasSize(2);
    assertThat(staging.read(SHARD, author.applied(3))).isEqualTo(new NextBatch.Nothing());
    assertThat(staging.segments(SHARD)).isEmpty();
  }

  @Test
  default void aBatchIsDroppedOnlyWhenTheLedgerHasItWhole() {
    var staging = staging();
    var one = author(1);
    var other = author(2);
    staging.add(SHARD, one.batch(1));
    staging.add(SHARD, other.batch(1));
    staging.seal(SHARD);
    var head = staging.read(SHARD, TestWriter.applied(one, 1, other, 0));
    assertThat(batch(head).ranges()).hasSize(2);
    assertThat(staging.read(SHARD, one.applied(1))).as("no row of the other").isEqualTo(head);
    assertThat(staging.read(SHARD, TestWriter.applied(one, 1, other, 1)))
        .isEqualTo(new NextBatch.Nothing());
  }

  @Test
  default void aRolledBackLedgerGetsTheLastBatchesAgain() {
    var staging = staging();
    var author = author(1);
    sealEach(staging, author, StagingState.KEPT_MAX + 1);
    var last = StagingState.KEPT_MAX + 1;
    assertThat(staging.read(SHARD, author.applied(last))).isEqualTo(new NextBatch.Nothing());
    for (var seq = last; seq > 1; seq--) {
      var again = batch(staging.read(SHARD, author.applied(seq - 1)));
      assertBatch(again, Map.of(author.writer(), author.span(seq, seq)), author.counts(seq, seq));
    }
    assertThat(staging.read(SHARD, author.applied(0)))
        .as("the first one is forgotten")
        .isEqualTo(new NextBatch.Ahead(Map.of(author.writer(), author.mark(last))));
  }

  @Test
  default void aKeptBatchFillsAGapBeforeTheOldest() {
    var staging = staging();
    var author = author(1);
    sealEach(staging, author, 3);
    staging.read(SHARD, author.applied(2));
    var kept = batch(staging.read(SHARD, author.applied(1)));
    assertThat(kept.ranges()).containsEntry(author.writer(), author.span(2, 2));
    var oldest = batch(staging.read(SHARD, author.applied(2)));
    assertThat(oldest.ranges()).containsEntry(author.writer(), author.span(3, 3));
  }

  @Test
  default void theOldestBatchIsReadDespiteAnUnfilledGap() {
    var staging = staging();
    var author = author(1);
    var last = StagingState.KEPT_MAX + 2;
    sealEach(staging, author, last);
    staging.read(SHARD, author.applied(last - 1));
    var head = batch(staging.read(SHARD, author.applied(0)));
    assertThat(head.ranges()).containsEntry(author.writer(), author.span(last, last));
  }

  @Test
  default void aBatchDroppedAfterTheVectorWasReadMakesTheReadLate() {
    var staging = staging();
    var author = author(1);
    sealEach(staging, author, 2);
    staging.read(SHARD, author.applied(1));
    var old = staging.pending(SHARD, author.applied(0), List.of());
    assertThat(old.standing()).isEqualTo(Standing.LATE);
    assertThat(staging.snapshot(SHARD, author.applied(0)).isLate()).isTrue();
    var fresh = staging.pending(SHARD, author.applied(1), List.of());
    assertThat(fresh.standing()).isEqualTo(Standing.JOINED);
    assertThat(staging.snapshot(SHARD, author.applied(1)).isLate()).isFalse();
  }

  private static TestWriter author(int seed) {
    return TestWriter.of(new ViewsSample(seed), new ViewsSample(9).subjects(4), 6);
  }

  private static void sealEach(ViewStaging staging, TestWriter author, int batches) {
    for (var seq = 1; seq <= batches; seq++) {
      staging.add(SHARD, author.batch(seq));
      staging.seal(SHARD);
    }
  }

  private static SealedBatch batch(NextBatch head) {
    assertThat(head).isInstanceOf(NextBatch.Batch.class);
    return ((NextBatch.Batch) head).batch();
  }

  private static void assertBatch(
      SealedBatch batch, Map<WriterId, OffsetRange> spans, ViewCounts counts) {
    assertThat(batch.ranges()).isEqualTo(spans);
    assertThat(batch.counts()).isEqualTo(counts);
  }
}
