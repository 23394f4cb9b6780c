package io.clientele.testkit.views.staging;

import static io.clientele.testkit.views.staging.StagingAddContract.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The part of {@link ViewStagingContract} about what is told of staged views. */
public interface StagingSnapshotContract extends StagingUnderTest {
  /** The accounts of these tests. */
  List<UUID> ACCOUNTS = new ViewsSample(9).subjects(4);

  @Test
  default void anEmptyStagingHasNothingPending() {
    var staging = staging();
    var author = author(1);
    var pending = staging.pending(SHARD, author.applied(0), ACCOUNTS);
    assertThat(pending.views()).containsOnlyKeys(ACCOUNTS).containsEntry(ACCOUNTS.get(0), 0L);
    assertThat(pending.standing()).isEqualTo(Standing.JOINED);
    assertThat(pending.sinceReset()).isGreaterThan(Duration.ofDays(1));
    assertThat(staging.snapshot(SHARD, author.applied(0)))
        .isEqualTo(new StagingSnapshot(Map.of(), Map.of(), Map.of(), Set.of(), 0, 0, false));
  }

  @Test
  default void pendingViewsAreStagedAndNotApplied() {
    var staging = staging();
    var author = threeParts(staging);
    assertPending(staging, author.applied(0), author.counts(1, 5));
    assertPending(staging, author.applied(2), author.counts(3, 5));
    assertPending(staging, author.applied(4), author.counts(5, 5));
    assertPending(staging, author.applied(5), ViewCounts.NONE);
    assertThat(staging.segments(SHARD)).as("asking drops nothing").hasSize(3);
  }

  @Test
  default void pendingContainsOnlyTheRequestedAccounts() {
    var staging = staging();
    var author = threeParts(staging);
    var stranger = new ViewsSample(3).subject();
    var asked = List.of(ACCOUNTS.get(1), stranger, ACCOUNTS.get(1));
    var pending = staging.pending(SHARD, author.applied(0), asked);
    assertThat(pending.views())
        .isEqualTo(Map.of(ACCOUNTS.get(1), author.counts(1, 5).of(ACCOUNTS.get(1)), stranger, 0L));
  }

  @Test
  default void aBatchThatStartsBeforeTheVectorDoesNotJoin() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1, 2));
    staging.seal(SHARD);
    staging.add(SHARD, author.batch(3, 4));
    assertThat(standing(staging, author.applied(1))).as("sealed").isEqualTo(Standing.BESIDE);
    assertThat(standing(staging, author.applied(2))).isEqualTo(Standing.JOINED);
    assertThat(standing(staging, author.applied(3))).as("open").isEqualTo(Standing.BESIDE);
  }

  @Test
  default void aBatchOfAWriterWithoutARowDoesNotJoin() {
    var staging = staging();
    var known = author(1);
    var unknown = author(2);
    staging.add(SHARD, known.batch(1));
    assertThat(standing(staging, known.applied(0))).isEqualTo(Standing.JOINED);
    staging.add(SHARD, unknown.batch(1));
    assertThat(standing(staging, known.applied(0))).as("open").isEqualTo(Standing.BESIDE);
    staging.seal(SHARD);
    assertThat(standing(staging, known.applied(0))).as("sealed").isEqualTo(Standing.BESIDE);
  }

  @Test
  default void aSnapshotContainsOpenAndSealedViewsAndEveryOffset() {
    var staging = staging();
    var author = threeParts(staging);
    var writer = author.writer();
    var open = author.counts(5, 5).total();
    var seen = Map.of(writer, author.mark(5));
    var start = Map.of(writer, author.mark(4));
    assertThat(staging.snapshot(SHARD, author.applied(0)))
        .isEqualTo(
            new StagingSnapshot(
                seen, start, Map.of(), Set.of(writer), open, author.counts(1, 4).total(), false));
    assertThat(staging.snapshot(SHARD, author.applied(2)))
        .isEqualTo(
            new StagingSnapshot(
                seen, start, Map.of(), Set.of(writer), open, author.counts(3, 4).total(), false));
    assertThat(staging.snapshot(SHARD, author.applied(4)))
        .as("named until it is dropped")
        .isEqualTo(new StagingSnapshot(seen, start, Map.of(), Set.of(writer), open, 0, false));
    staging.read(SHARD, author.applied(4));
    assertThat(staging.snapshot(SHARD, author.applied(4)))
        .isEqualTo(
            new StagingSnapshot(
                seen, start, Map.of(writer, author.mark(4)), Set.of(), open, 0, false));
  }

  @Test
  default void segmentsAreTheSealedBatchesFollowedByTheOpenViews() {
    var staging = staging();
    var author = threeParts(staging);
    for (var times = 0; times < 2; times++) {
      var segments = staging.segments(SHARD);
      assertThat(segments)
          .extracting(SealedBatch::counts)
          .containsExactly(author.counts(1, 2), author.counts(3, 4), author.counts(5, 5));
      assertThat(segments)
          .extracting(segment -> segment.ranges().get(author.writer()))
          .containsExactly(author.span(1, 2), author.span(3, 4), author.span(5, 5));
    }
    assertThat(staging.read(SHARD, author.applied(4))).as("still open").isNotNull();
    assertThat(staging.snapshot(SHARD, author.applied(4)).openViews()).isPositive();
  }

  @Test
  default void anUnreachableStagingIsUnavailableAndNotEmpty() {
    var away = unreachableStaging();
    var author = author(1);
    var applied = author.applied(0);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.add(SHARD, author.batch(1)),
            () -> away.seal(SHARD),
            () -> away.read(SHARD, applied),
            () -> away.reset(SHARD, applied),
            () -> away.resetNow(SHARD, applied, new NextBatch.Batch(author.sealed(1, 1))),
            () -> away.segments(SHARD),
            () -> away.seen(SHARD, author.writer()),
            () -> away.removed(SHARD, author.writer(), Offset.START),
            () -> away.forget(SHARD, author.writer(), Offset.START),
            () -> away.pending(SHARD, applied, ACCOUNTS),
            () -> away.snapshot(SHARD, applied)));
  }

  private static TestWriter author(int seed) {
    return TestWriter.of(new ViewsSample(seed), ACCOUNTS, 6);
  }

  /** Batches 1 and 2 sealed, 3 and 4 sealed, 5 open. */
  private static TestWriter threeParts(ViewStaging staging) {
    var author = author(1);
    staging.add(SHARD, author.batch(1, 2));
    staging.seal(SHARD);
    staging.add(SHARD, author.batch(3, 4));
    staging.seal(SHARD);
    staging.add(SHARD, author.batch(5));
    return author;
  }

  private static void assertPending(
      ViewStaging staging, AppliedOffsets applied, ViewCounts expected) {
    var pending = staging.pending(SHARD, applied, ACCOUNTS);
    assertThat(ACCOUNTS)
        .allSatisfy(id -> assertThat(pending.views()).containsEntry(id, expected.of(id)));
    assertThat(pending.standing()).isEqualTo(Standing.JOINED);
  }

  private static Standing standing(ViewStaging staging, AppliedOffsets applied) {
    return staging.pending(SHARD, applied, List.of()).standing();
  }
}
