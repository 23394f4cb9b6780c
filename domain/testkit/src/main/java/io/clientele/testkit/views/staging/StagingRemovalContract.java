package io.clientele.testkit.views.staging;

import static io.clientele.testkit.views.staging.StagingAddContract.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ViewStagingContract} about writers whose rows the ledger removed. */
public interface StagingRemovalContract extends StagingUnderTest {
  @Test
  default void aWriterIsForgottenWithAllItsOffsets() {
    var staging = staging();
    var gone = author(1);
    var here = author(2);
    staging.add(SHARD, gone.batch(1));
    staging.add(SHARD, here.batch(1));
    staging.seal(SHARD);
    staging.read(SHARD, TestWriter.applied(gone, 1, here, 1));
    staging.forget(SHARD, gone.writer(), gone.mark(1));
    staging.forget(SHARD, gone.writer(), gone.mark(1));
    assertThat(staging.seen(SHARD, gone.writer())).isEqualTo(Offset.START);
    var marks = Map.of(here.writer(), here.mark(1));
    assertThat(staging.snapshot(SHARD, TestWriter.applied(gone, 0, here, 1)))
        .as("not late either: what was dropped of it is forgotten")
        .isEqualTo(new StagingSnapshot(marks, marks, marks, Set.of(), 0, 0, false));
  }

  @Test
  default void aWriterWithOpenViewsIsNotForgotten() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1));
    staging.forget(SHARD, author.writer(), author.mark(1));
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(1));
    staging.seal(SHARD);
    var head = (NextBatch.Batch) staging.read(SHARD, author.applied(0));
    assertThat(head.batch().ranges()).containsKey(author.writer());
  }

  @Test
  default void aWriterSeenAfterItsRemovalIsNotForgotten() {
    var staging = staging();
    var author = author(1);
    staging.add(SHARD, author.batch(1));
    staging.add(SHARD, author.batch(2));
    staging.seal(SHARD);
    staging.read(SHARD, author.applied(2));
    staging.forget(SHARD, author.writer(), author.mark(1));
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(2));
    staging.forget(SHARD, author.writer(), author.mark(2).closed());
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(Offset.START);
  }

  @Test
  default void aVectorWithoutAWriterIsLateOnceABatchOfItWasDropped() {
    var staging = staging();
    var back = author(1);
    var here = author(2);
    staging.add(SHARD, back.batch(1));
    staging.seal(SHARD);
    assertThat(standing(staging, here.applied(0))).isEqualTo(Standing.BESIDE);
    staging.read(SHARD, back.applied(1));
    assertThat(standing(staging, here.applied(0))).isEqualTo(Standing.LATE);
    assertThat(standing(staging, back.applied(1))).isEqualTo(Standing.JOINED);
    staging.removed(SHARD, back.writer(), back.mark(1));
    assertThat(standing(staging, here.applied(0))).as("removed").isEqualTo(Standing.JOINED);
    assertThat(staging.seen(SHARD, back.writer())).as("not forgotten").isEqualTo(back.mark(1));
  }

  @Test
  default void aLateNoteOfARemovalDoesNotHideThatTheWriterIsBack() {
    var staging = staging();
    var back = author(1);
    var here = author(2);
    staging.add(SHARD, back.batch(1));
    staging.add(SHARD, back.batch(2));
    staging.seal(SHARD);
    staging.read(SHARD, back.applied(2));
    staging.removed(SHARD, back.writer(), back.mark(1));
    assertThat(standing(staging, here.applied(0))).isEqualTo(Standing.LATE);
  }

  private static TestWriter author(int seed) {
    return TestWriter.of(new ViewsSample(seed), StagingSnapshotContract.ACCOUNTS, 6);
  }

  private static Standing standing(ViewStaging staging, AppliedOffsets applied) {
    return staging.pending(SHARD, applied, List.of()).standing();
  }
}
