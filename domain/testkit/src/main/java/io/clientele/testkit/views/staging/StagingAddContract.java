package io.clientele.testkit.views.staging;

import static io.clientele.domain.views.staging.AddResult.Kind.DUPLICATE;
import static io.clientele.domain.views.staging.AddResult.Kind.GAP;
import static io.clientele.domain.views.staging.AddResult.Kind.OK;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each batch is added once; a part of {@link ViewStagingContract}. */
public interface StagingAddContract extends StagingUnderTest {
  /** The shard of these tests. */
  Shard SHARD = new Shard(7);

  @Test
  default void theFirstBatchOfAWriterIsAdded() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 2);
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(Offset.START);
    assertThat(staging.add(SHARD, author.batch(1))).isEqualTo(new AddResult(OK, author.mark(1)));
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(1));
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 1));
  }

  @Test
  default void aRepeatedBatchIsAddedOnce() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 3);
    staging.add(SHARD, author.batch(1, 3));
    for (var again : List.of(author.batch(1, 3), author.batch(3), author.batch(1))) {
      assertThat(staging.add(SHARD, again)).isEqualTo(new AddResult(DUPLICATE, author.mark(3)));
    }
    staging.seal(SHARD);
    assertThat(staging.add(SHARD, author.batch(1)))
        .isEqualTo(new AddResult(DUPLICATE, author.mark(3)));
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 3));
  }

  @Test
  default void aBatchAfterAMissingOneIsNotAdded() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 5);
    assertThat(staging.add(SHARD, author.batch(2))).isEqualTo(new AddResult(GAP, Offset.START));
    assertThat(staging.segments(SHARD)).isEmpty();
    staging.add(SHARD, author.batch(1));
    assertThat(staging.add(SHARD, author.batch(3, 5)))
        .isEqualTo(new AddResult(GAP, author.mark(1)));
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(1));
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 1));
  }

  @Test
  default void aPartlySeenMessageIsNotAdded() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 4);
    staging.add(SHARD, author.batch(1, 2));
    assertThat(staging.add(SHARD, author.batch(2, 4)))
        .isEqualTo(new AddResult(GAP, author.mark(2)));
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 2));
    assertThat(staging.add(SHARD, author.batch(3, 4))).isEqualTo(new AddResult(OK, author.mark(4)));
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 4));
  }

  @Test
  default void eachWriterHasItsOwnOffset() {
    var staging = staging();
    var accounts = new ViewsSample(2).subjects(3);
    var one = TestWriter.of(new ViewsSample(1), accounts, 2);
    var other = TestWriter.of(new ViewsSample(3), accounts, 1);
    staging.add(SHARD, one.batch(1, 2));
    assertThat(staging.add(SHARD, other.batch(1))).isEqualTo(new AddResult(OK, other.mark(1)));
    assertThat(staging.seen(SHARD, one.writer())).isEqualTo(one.mark(2));
    assertThat(staged(staging, SHARD)).isEqualTo(one.counts(1, 2).plus(other.counts(1, 1)));
  }

  @Test
  default void shardsAreIndependent() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 1);
    var elsewhere = new Shard(8);
    staging.add(SHARD, author.batch(1));
    assertThat(staging.seen(elsewhere, author.writer())).isEqualTo(Offset.START);
    assertThat(staging.segments(elsewhere)).isEmpty();
    assertThat(staging.add(elsewhere, author.batch(1)).kind()).isEqualTo(OK);
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 1));
  }

  @Test
  default void countsAboveTheExactRangeOfADoubleAreExact() {
    var staging = staging();
    var account = new ViewsSample(2).subject();
    var odd = (1L << 53) + 1;
    var batches =
        List.of(
            ViewCounts.of(Map.of(account, odd)),
            ViewCounts.of(Map.of(account, 1L)),
            ViewCounts.of(Map.of(account, Long.MAX_VALUE - odd - 8)));
    var author = new TestWriter(new ViewsSample(1).writer(), batches);
    for (var seq = 1; seq <= 3; seq++) {
      assertThat(staging.add(SHARD, author.batch(seq)))
          .isEqualTo(new AddResult(OK, author.mark(seq)));
      var expected = author.counts(1, seq).total();
      var pending = staging.pending(SHARD, author.applied(0), List.of(account));
      assertThat(pending.views()).containsEntry(account, expected);
      assertThat(staging.snapshot(SHARD, author.applied(0)).openViews()).isEqualTo(expected);
    }
    staging.seal(SHARD);
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 3));
    assertThat(staging.snapshot(SHARD, author.applied(0)).sealedViews())
        .isEqualTo(Long.MAX_VALUE - 7);
  }

  @Test
  default void aSealedBatchHasAtMostTenThousandAccounts() {
    var staging = staging();
    var sample = new ViewsSample(2);
    var batches = new ArrayList<ViewCounts>();
    for (var i = 0; i < 11; i++) {
      var counts = new HashMap<UUID, Long>();
      sample.subjects(ViewBatch.ACCOUNTS_MAX).forEach(id -> counts.put(id, 1L));
      batches.add(ViewCounts.of(counts));
    }
    var author = new TestWriter(sample.writer(), batches);
    for (var seq = 1; seq <= batches.size(); seq++) {
      assertThat(staging.add(SHARD, author.batch(seq)).kind()).isEqualTo(OK);
    }
    assertThat(staging.segments(SHARD))
        .hasSizeGreaterThan(2)
        .allMatch(segment -> segment.counts().size() <= SealedBatch.ACCOUNTS_MAX);
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, batches.size()));
  }

  @Test
  default void concurrentWritersLoseNothingDuringSealsAndReads() {
    var staging = staging();
    var accounts = new ViewsSample(2).subjects(5);
    var authors =
        IntStream.range(0, 15)
            .mapToObj(i -> TestWriter.of(new ViewsSample(i), accounts, 12))
            .toList();
    together(
        authors.size() + 1,
        i -> i < authors.size() ? send(staging, authors.get(i)) : seal(staging, 40));
    var all =
        authors.stream()
            .map(author -> author.counts(1, 12))
            .reduce(ViewCounts.NONE, ViewCounts::plus);
    assertThat(staged(staging, SHARD)).isEqualTo(all);
    for (var author : authors) {
      assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(12));
    }
  }

  @Test
  default void concurrentSendersAddOneBatchOnce() {
    var staging = staging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(3), 1);
    var kinds = together(16, i -> staging.add(SHARD, author.batch(1)).kind());
    assertThat(kinds).containsOnlyOnce(OK).containsOnly(OK, DUPLICATE);
    assertThat(staged(staging, SHARD)).isEqualTo(author.counts(1, 1));
  }

  private static boolean send(ViewStaging staging, TestWriter author) {
    for (var seq = 1; seq <= author.size(); seq++) {
      assertThat(staging.add(SHARD, author.batch(seq)).kind()).isEqualTo(OK);
    }
    return true;
  }

  private static boolean seal(ViewStaging staging, int times) {
    for (var i = 0; i < times; i++) {
      staging.seal(SHARD);
      staging.read(SHARD, AppliedOffsets.NONE);
    }
    return true;
  }

  private static ViewCounts staged(ViewStaging staging, Shard shard) {
    return staging.segments(shard).stream()
        .map(SealedBatch::counts)
        .reduce(ViewCounts.NONE, ViewCounts::plus);
  }
}
