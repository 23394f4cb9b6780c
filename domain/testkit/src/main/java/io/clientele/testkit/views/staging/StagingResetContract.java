package io.clientele.testkit.views.staging;

import static io.clientele.testkit.views.staging.StagingAddContract.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A reset discards only batches that do not join the ledger; a part of {@link ViewStagingContract}.
 */
public interface StagingResetContract extends StagingUnderTest {
  @Test
  default void aHealthyShardIsNeverDiscarded() {
    var staging = staging();
    var author = author(1);
    assertThat(staging.reset(SHARD, author.applied(0))).isEqualTo(ResetResult.CLEAN);
    sealed(staging, author, 1, 1);
    sealed(staging, author, 2, 3);
    staging.add(SHARD, author.batch(4));
    var before = staging.segments(SHARD);
    assertThat(staging.reset(SHARD, author.applied(0))).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.segments(SHARD).subList(0, 2)).isEqualTo(before.subList(0, 2));
    assertThat(staging.reset(SHARD, author.applied(3)))
        .as("2 applied")
        .isEqualTo(ResetResult.CLEAN);
    assertThat(staging.segments(SHARD)).hasSize(1);
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(4));
    assertThat(untilReset(staging)).isGreaterThan(Duration.ofDays(1));
  }

  @Test
  default void aWriterWithoutARowDoesNotCauseADiscard() {
    var staging = staging();
    var author = author(1);
    sealed(staging, author, 1, 1);
    assertThat(staging.reset(SHARD, AppliedOffsets.NONE)).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.segments(SHARD)).hasSize(1);
  }

  @Test
  default void aShardBehindTheLedgerIsDiscarded() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1));
    assertThat(staging.reset(SHARD, author.applied(2))).isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, author, 2);
  }

  @Test
  default void anEmptyShardTakesTheOffsetsOfTheLedger() {
    var staging = staging();
    var author = author(1);
    assertThat(staging.reset(SHARD, author.applied(5))).isEqualTo(ResetResult.CLEAN);
    assertStandsAt(staging, author, 5);
    assertThat(staging.add(SHARD, author.batch(6)).kind()).isEqualTo(AddResult.Kind.OK);
  }

  /** A row may be removed between the caller's read of the ledger and its reset. */
  @Test
  default void forgettingAWriterLosesNoViewOfOthers() {
    var staging = staging();
    var gone = author(1);
    var other = author(2);
    sealed(staging, gone, 1, 2);
    staging.read(SHARD, gone.applied(2));
    staging.add(SHARD, other.batch(1));
    staging.forget(SHARD, gone.writer(), gone.mark(2));
    assertThat(staging.reset(SHARD, gone.applied(2))).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.seen(SHARD, other.writer())).isEqualTo(other.mark(1));
    assertThat(staging.segments(SHARD))
        .singleElement()
        .satisfies(open -> assertThat(open.ranges()).containsOnlyKeys(other.writer()));
    assertThat(untilReset(staging)).isGreaterThan(Duration.ofDays(1));
  }

  @Test
  default void aShardWithASealedBatchThatDoesNotJoinIsDiscarded() {
    var staging = staging();
    var author = author(1);
    sealed(staging, author, 1, 3);
    staging.add(SHARD, author.batch(4));
    assertThat(staging.reset(SHARD, author.applied(2))).isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, author, 2);
  }

  @Test
  default void aShardWithOpenViewsThatDoNotJoinIsDiscarded() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1, 3));
    assertThat(staging.reset(SHARD, author.applied(1))).isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, author, 1);
  }

  @Test
  default void afterAResetAWriterContinuesAtTheLedgersOffset() {
    var staging = staging();
    var author = author(1);
    var stranger = author(2);
    staging.add(SHARD, author.batch(1));
    staging.add(SHARD, stranger.batch(1, 2));
    staging.reset(SHARD, author.applied(3));
    assertThat(staging.seen(SHARD, stranger.writer())).isEqualTo(Offset.START);
    assertThat(staging.add(SHARD, author.batch(3)).kind()).isEqualTo(AddResult.Kind.DUPLICATE);
    assertThat(staging.add(SHARD, author.batch(5)))
        .isEqualTo(new AddResult(AddResult.Kind.GAP, author.mark(3)));
    assertThat(staging.add(SHARD, author.batch(4)).kind()).isEqualTo(AddResult.Kind.OK);
    staging.seal(SHARD);
    var head = (NextBatch.Batch) staging.read(SHARD, author.applied(3));
    assertThat(head.batch().ranges()).isEqualTo(Map.of(author.writer(), author.span(4, 4)));
  }

  @Test
  default void keptBatchesSurviveAReset() {
    var staging = staging();
    var author = author(1);
    sealed(staging, author, 1, 1);
    staging.read(SHARD, author.applied(1));
    staging.add(SHARD, author.batch(2));
    assertThat(staging.reset(SHARD, author.applied(5))).isEqualTo(ResetResult.DISCARDED);
    var head = (NextBatch.Batch) staging.read(SHARD, author.applied(0));
    assertThat(head.batch().ranges()).isEqualTo(Map.of(author.writer(), author.span(1, 1)));
  }

  @Test
  default void aBatchAfterAGapIsDiscardedWhileItIsRefused() {
    var staging = staging();
    var author = author(1);
    gapBeforeLast(staging, author);
    var refused = staging.read(SHARD, author.applied(0));
    assertThat(refused).isInstanceOf(NextBatch.Batch.class);
    assertThat(staging.resetNow(SHARD, author.applied(0), refused))
        .isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, author, 0);
    assertThat(staging.resetNow(SHARD, author.applied(0), refused)).isEqualTo(ResetResult.CLEAN);
  }

  @Test
  default void aBatchOfAnUnknownWriterIsDiscardedWhileItIsRefused() {
    var staging = staging();
    var known = author(1);
    var unknown = author(2);
    staging.add(SHARD, known.batch(1));
    sealed(staging, unknown, 1, 1);
    var refused = staging.read(SHARD, known.applied(0));
    assertThat(staging.resetNow(SHARD, known.applied(0), refused)).isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, known, 0);
    assertThat(staging.seen(SHARD, unknown.writer())).isEqualTo(Offset.START);
  }

  @Test
  default void aBatchThatTheLedgerCanApplyNowIsNotDiscarded() {
    var staging = staging();
    var author = author(1);
    gapBeforeLast(staging, author);
    var refused = staging.read(SHARD, author.applied(0));
    var before = staging.segments(SHARD);
    assertThat(staging.resetNow(SHARD, author.applied(5), refused)).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.segments(SHARD)).isEqualTo(before);
    assertThat(untilReset(staging)).isGreaterThan(Duration.ofDays(1));
  }

  @Test
  default void aHeadOtherThanTheRefusedOneIsNotDiscarded() {
    var staging = staging();
    var author = author(1);
    var refused = new NextBatch.Batch(author.sealed(2, 2));
    gapBeforeLast(staging, author);
    assertThat(staging.resetNow(SHARD, author.applied(0), refused)).isEqualTo(ResetResult.CLEAN);
    var ahead = new NextBatch.Ahead(Map.of(author.writer(), author.mark(6)));
    assertThat(staging.resetNow(SHARD, author.applied(0), ahead)).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.segments(SHARD)).hasSize(1);
  }

  @Test
  default void aStagingAheadOfTheLedgerIsDiscarded() {
    var staging = staging();
    var author = author(1);
    gapBeforeLast(staging, author);
    staging.read(SHARD, author.applied(6));
    var refused = staging.read(SHARD, author.applied(0));
    assertThat(refused).isEqualTo(new NextBatch.Ahead(Map.of(author.writer(), author.mark(6))));
    assertThat(staging.resetNow(SHARD, author.applied(6), refused)).isEqualTo(ResetResult.CLEAN);
    var another = new NextBatch.Ahead(Map.of(author.writer(), author.mark(5)));
    assertThat(staging.resetNow(SHARD, author.applied(0), another)).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.resetNow(SHARD, author.applied(0), refused))
        .isEqualTo(ResetResult.DISCARDED);
    assertDiscarded(staging, author, 0);
  }

  private static TestWriter author(int seed) {
    return TestWriter.of(new ViewsSample(seed), new ViewsSample(9).subjects(4), 6);
  }

  private static void sealed(ViewStaging staging, TestWriter author, long from, long to) {
    staging.add(SHARD, author.batch(from, to));
    staging.seal(SHARD);
  }

  /** Five batches were applied, and the first of them is forgotten; the sixth is sealed. */
  private static void gapBeforeLast(ViewStaging staging, TestWriter author) {
    for (var seq = 1; seq <= StagingState.KEPT_MAX + 3; seq++) {
      sealed(staging, author, seq, seq);
    }
    staging.read(SHARD, author.applied(5));
  }

  private static Duration untilReset(ViewStaging staging) {
    return staging.pending(SHARD, AppliedOffsets.NONE, List.of()).sinceReset();
  }

  private static void assertDiscarded(ViewStaging staging, TestWriter author, long applied) {
    assertStandsAt(staging, author, applied);
    assertThat(untilReset(staging)).isLessThan(Duration.ofMinutes(1));
  }

  private static void assertStandsAt(ViewStaging staging, TestWriter author, long applied) {
    assertThat(staging.segments(SHARD)).isEmpty();
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(applied));
    var snapshot = staging.snapshot(SHARD, author.applied(applied));
    assertThat(snapshot.start()).isEqualTo(Map.of(author.writer(), author.mark(applied)));
    assertThat(snapshot.openViews() + snapshot.sealedViews()).isZero();
    assertThat(snapshot.isLate()).isFalse();
  }
}
