package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.domain.views.ledger.DeliveryPath.STAGING;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.apply;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.unregistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each sealed batch is added once; a part of {@link ViewLedgerContract}. */
public interface LedgerApplyContract extends LedgerUnderTest {
  @Test
  default void aBatchIsAddedAndMovesTheOffsetOfItsWriter() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 3), author.sealed(4, 4));
    assertTotals(ledger, author.counts(1, 4));
    assertThat(ledger.applied(SHARD)).isEqualTo(author.applied(4));
  }

  @Test
  default void aRepeatedBatchIsADuplicate() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 3));
    for (var again : List.of(author.sealed(1, 3), author.sealed(2, 2), author.sealed(1, 1))) {
      assertRefused(ledger, again, ApplyVerdict.DUPLICATE, author.applied(3));
    }
    assertTotals(ledger, author.counts(1, 3));
  }

  @Test
  default void aPartlyAppliedBatchIsAConflict() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 3));
    assertRefused(ledger, author.sealed(3, 4), ApplyVerdict.CONFLICT, author.applied(3));
    assertRefused(ledger, author.sealed(1, 5), ApplyVerdict.CONFLICT, author.applied(3));
    assertTotals(ledger, author.counts(1, 3));
  }

  @Test
  default void aBatchAfterAMissingOneIsAGap() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    assertRefused(ledger, author.sealed(2, 2), ApplyVerdict.GAP, author.applied(0));
    apply(ledger, author.sealed(1, 1));
    assertRefused(ledger, author.sealed(3, 4), ApplyVerdict.GAP, author.applied(1));
    assertTotals(ledger, author.counts(1, 1));
  }

  @Test
  default void aBatchOfAWriterWithoutARowIsUnknown() {
    var ledger = ledger();
    var known = author(ledger, 1, STAGING);
    var unknown = unregistered(ledger, 2);
    assertRefused(ledger, unknown.sealed(1, 1), ApplyVerdict.UNKNOWN, known.applied(0));
    var both = TestWriter.sealed(known.sealed(1, 1), unknown.sealed(1, 1));
    assertRefused(ledger, both, ApplyVerdict.UNKNOWN, known.applied(0));
    assertTotals(ledger, ViewCounts.NONE);
  }

  @Test
  default void aWriterHasRowsOnlyInItsRegisteredShards() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    var elsewhere = new Shard(0);
    assertThat(ledger.apply(elsewhere, author.sealed(1, 1)))
        .isEqualTo(new ApplyResult(ApplyVerdict.UNKNOWN, 0));
    assertThat(ledger.applied(elsewhere)).isEqualTo(AppliedOffsets.NONE);
    ledger.register(author.writer(), STAGING, List.of(elsewhere));
    assertThat(ledger.applied(elsewhere)).isEqualTo(author.applied(0));
    assertThat(ledger.applied(SHARD)).isEqualTo(author.applied(0));
  }

  @Test
  default void aBatchOfSeveralWritersIsAddedWholeOrNotAtAll() {
    var ledger = ledger();
    var one = author(ledger, 1, STAGING);
    var other = author(ledger, 2, STAGING);
    apply(ledger, TestWriter.sealed(one.sealed(1, 2), other.sealed(1, 1)));
    assertTotals(ledger, one.counts(1, 2).plus(other.counts(1, 1)));
    var at = TestWriter.applied(one, 2, other, 1);
    var halfNew = TestWriter.sealed(one.sealed(2, 2), other.sealed(2, 2));
    assertRefused(ledger, halfNew, ApplyVerdict.CONFLICT, at);
    var halfMissing = TestWriter.sealed(one.sealed(3, 3), other.sealed(3, 3));
    assertRefused(ledger, halfMissing, ApplyVerdict.GAP, at);
    var conflictAndGap = TestWriter.sealed(one.sealed(1, 3), other.sealed(3, 3));
    assertRefused(ledger, conflictAndGap, ApplyVerdict.CONFLICT, at);
    assertTotals(ledger, one.counts(1, 2).plus(other.counts(1, 1)));
  }

  @Test
  default void aDirectWriterHasNoStagedBatches() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    author(ledger, 2, DIRECT);
    assertThat(ledger.applied(SHARD)).isEqualTo(staged.applied(0));
  }

  @Test
  default void theLargestBatchIsAdded() {
    var ledger = ledger();
    var counts = new HashMap<UUID, Long>();
    var sample = new ViewsSample(3);
    sample
        .subjects(ledger.shards(), SHARD, SealedBatch.ACCOUNTS_MAX)
        .forEach(id -> counts.put(id, 1L + counts.size()));
    var all = ViewCounts.of(counts);
    var author = new TestWriter(sample.writer(), List.of(all, all));
    ledger.register(author.writer(), STAGING, List.of(SHARD));
    apply(ledger, author.sealed(1, 1), author.sealed(2, 2));
    var asked = counts.keySet().stream().limit(200).toList();
    var totals = ledger.totals(asked).views();
    assertThat(asked).allSatisfy(id -> assertThat(totals).containsEntry(id, 2 * all.of(id)));
    assertThat(LedgerAssertions.snapshot(ledger).views()).isEqualTo(2 * all.total());
  }

  @Test
  default void countsAboveTheExactRangeOfADoubleAreExact() {
    var ledger = ledger();
    var account = LedgerAssertions.accounts(ledger).get(0);
    var author = counting(ledger, 1, account, (1L << 53) + 1, 2, 1L << 61);
    apply(ledger, author.sealed(1, 1), author.sealed(2, 2), author.sealed(3, 3));
    assertTotals(ledger, author.counts(1, 3));
    assertThat(ledger.applied(SHARD)).isEqualTo(author.applied(3));
  }

  @Test
  default void viewsAboveTheGreatestTotalAreRejected() {
    var ledger = ledger();
    var account = LedgerAssertions.accounts(ledger).get(0);
    var one = counting(ledger, 1, account, Long.MAX_VALUE - 10);
    var other = counting(ledger, 2, account, 15, 7);
    apply(ledger, one.sealed(1, 1));
    assertThat(ledger.apply(SHARD, other.sealed(1, 1)))
        .isEqualTo(new ApplyResult(ApplyVerdict.OK, 5));
    assertThat(ledger.apply(SHARD, other.sealed(2, 2)))
        .isEqualTo(new ApplyResult(ApplyVerdict.OK, 7));
    assertThat(ledger.totals(List.of(account)).views()).containsEntry(account, Long.MAX_VALUE);
    assertThat(ledger.applied(SHARD)).isEqualTo(TestWriter.applied(one, 1, other, 2));
    assertThat(LedgerAssertions.snapshot(ledger).views()).isEqualTo(Long.MAX_VALUE);
    assertThat(LedgerAssertions.snapshot(ledger).rejected()).isEqualTo(12);
    assertRefused(ledger, other.sealed(1, 2), ApplyVerdict.DUPLICATE, ledger.applied(SHARD));
  }

  @Test
  default void aLockedShardIsBusyAtOnceAndUnchanged() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    whileHeld(
        SHARD,
        () -> assertRefused(ledger, author.sealed(1, 1), ApplyVerdict.BUSY, author.applied(0)));
    assertTotals(ledger, ViewCounts.NONE);
    apply(ledger, author.sealed(1, 1));
  }

  @Test
  default void aLockedShardBlocksNeitherReadersNorOtherShards() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 1));
    var elsewhere = new Shard(0);
    var account = new ViewsSample(4).subjects(ledger.shards(), elsewhere, 1).get(0);
    var there =
        new TestWriter(new ViewsSample(5).writer(), List.of(ViewCounts.of(Map.of(account, 3L))));
    ledger.register(there.writer(), STAGING, List.of(elsewhere));
    whileHeld(
        SHARD,
        () -> {
          assertTotals(ledger, author.counts(1, 1));
          assertThat(ledger.apply(elsewhere, there.sealed(1, 1))).isEqualTo(LedgerAssertions.ADDED);
        });
    assertThat(ledger.totals(List.of(account)).views()).containsEntry(account, 3L);
  }

  /** A writer of one batch of this account for each number. */
  private static TestWriter counting(ViewLedger ledger, int seed, UUID account, long... views) {
    var formed = Arrays.stream(views).mapToObj(n -> ViewCounts.of(Map.of(account, n))).toList();
    var author = new TestWriter(new ViewsSample(seed).writer(), formed);
    ledger.register(author.writer(), STAGING, List.of(SHARD));
    return author;
  }

  private static void assertRefused(
      ViewLedger ledger, SealedBatch batch, ApplyVerdict verdict, AppliedOffsets unchanged) {
    assertThat(ledger.apply(SHARD, batch)).isEqualTo(new ApplyResult(verdict, 0));
    assertThat(ledger.applied(SHARD)).isEqualTo(unchanged);
  }
}
