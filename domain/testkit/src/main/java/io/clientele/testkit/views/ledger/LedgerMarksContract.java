package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.add;
import static io.clientele.testkit.views.ledger.LedgerAssertions.applied;
import static io.clientele.testkit.views.ledger.LedgerAssertions.apply;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertGone;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertRow;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.expected;
import static io.clientele.testkit.views.ledger.LedgerAssertions.kept;
import static io.clientele.testkit.views.ledger.LedgerAssertions.ofRetired;
import static io.clientele.testkit.views.ledger.LedgerAssertions.path;
import static io.clientele.testkit.views.ledger.LedgerAssertions.row;
import static io.clientele.testkit.views.ledger.LedgerAssertions.unregistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A writer without a row leaves a tombstone, by which no batch is added twice; a part of {@link
 * DirectLedgerContract}.
 */
public interface LedgerMarksContract extends DirectLedgerUnderTest {
  @Test
  default void appliedBatchesOfARemovedWriterAreNeverAddedAgain() {
    var ledger = ledger();
    var author = removed(ledger, 3);
    assertThat(verdict(ledger, author, 1, 3)).isEqualTo(ApplyVerdict.DUPLICATE);
    assertThat(verdict(ledger, author, 2, 4)).isEqualTo(ApplyVerdict.CONFLICT);
    assertThat(verdict(ledger, author, 5, 5)).isEqualTo(ApplyVerdict.GAP);
    assertThat(row(ledger, author.writer())).isEmpty();
    assertTotals(ledger, author.counts(1, 3));
  }

  @Test
  default void aBatchThatContinuesAtTheTombstoneRestoresTheRow() {
    var ledger = ledger();
    var author = removed(ledger, 2);
    add(ledger, author, 3, 4);
    assertRow(ledger, expected(author.writer(), path(ledger), author.mark(4), 9_000, 5));
    assertTotals(ledger, author.counts(1, 4));
    assertGone(ledger, 0, 0);
    ledger.remove(SHARD, author.writer(), author.mark(4), Duration.ZERO);
    assertThat(verdict(ledger, author, 3, 4)).isEqualTo(ApplyVerdict.DUPLICATE);
  }

  @Test
  default void aDirectBatchThatContinuesAtTheTombstoneRestoresTheRow() {
    var ledger = ledger();
    var author = author(ledger, 1, DIRECT);
    ledger.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of());
    ledger.remove(SHARD, author.writer(), author.mark(1), Duration.ZERO);
    var again = ledger.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of());
    assertThat(again.verdict()).isEqualTo(ApplyVerdict.DUPLICATE);
    var more = ledger.applyDirect(SHARD, author.batch(2), Sample.BEGINNING, List.of());
    assertThat(more.verdict()).isEqualTo(ApplyVerdict.OK);
    assertTotals(ledger, author.counts(1, 2));
    assertGone(ledger, 0, 0);
  }

  @Test
  default void aReturningRemovedWriterGetsItsRowAndKeepsItsName() {
    var ledger = ledger();
    var author = removed(ledger, 3);
    var next = new ViewsSample(7).writer();
    var counted = new WriterCounts(SHARD, author.writer(), 9_100, 5);
    assertThat(ledger.heartbeat(List.of(counted))).as("it has no row").isEmpty();
    assertThat(ledger.retire(counted, path(ledger), kept(author, 1, 5), next))
        .isEqualTo(new RetireResult.Joined());
    assertThat(ledger.heartbeat(List.of(counted))).isEqualTo(Map.of(SHARD, author.mark(3)));
    assertThat(row(ledger, next)).isEmpty();
    assertGone(ledger, 0, 0);
    add(ledger, author, 4, 5);
    assertTotals(ledger, author.counts(1, 5));
  }

  @Test
  default void registeringARemovedWriterCreatesNoRow() {
    var ledger = ledger();
    var author = removed(ledger, 2);
    ledger.register(author.writer(), path(ledger), List.of(SHARD));
    assertThat(verdict(ledger, author, 1, 2)).isEqualTo(ApplyVerdict.DUPLICATE);
    add(ledger, author, 3, 3);
    assertTotals(ledger, author.counts(1, 3));
  }

  @Test
  default void retiringEndsEveryNameOfAKeptBatch() {
    var ledger = ledger();
    var first = author(ledger, 1);
    var second = unregistered(ledger, 2);
    add(ledger, first, 1, 3);
    var names = new HashMap<>(kept(first, 2, 4));
    names.putAll(kept(second, 1, 3));
    var next = new ViewsSample(7).writer();
    var marks = Map.of(first.writer(), first.mark(3), second.writer(), Offset.START);
    for (var times = 0; times < 2; times++) {
      assertThat(ledger.retire(counted(second), path(ledger), names, next))
          .isEqualTo(new RetireResult.Retired(new AppliedOffsets(marks)));
      assertThat(applied(ledger).byWriter()).isEqualTo(Map.of(next, Offset.START));
      assertGone(ledger, first.mark(3).views(), 5);
    }
    assertThat(verdict(ledger, first, 4, 4)).isEqualTo(ofRetired(ledger));
    assertThat(verdict(ledger, second, 1, 1)).isEqualTo(ofRetired(ledger));
    ledger.register(second.writer(), path(ledger), List.of(SHARD));
    assertThat(verdict(ledger, second, 1, 1)).as("late").isEqualTo(ofRetired(ledger));
    assertTotals(ledger, first.counts(1, 3));
  }

  @Test
  default void aDirectBatchOfARetiredNameIsUnknownSoThatItsWriterKeepsIt() {
    var ledger = ledger();
    var old = author(ledger, 1, DIRECT);
    ledger.retire(counted(old), DIRECT, kept(old, 2, 2), new ViewsSample(7).writer());
    for (var seq = 1; seq <= 2; seq++) {
      assertThat(ledger.applyDirect(SHARD, old.batch(seq), Sample.BEGINNING, List.of()).verdict())
          .isEqualTo(ApplyVerdict.UNKNOWN);
    }
  }

  @Test
  default void retiringARemovedWriterMovesItsSumsOnce() {
    var ledger = ledger();
    var author = removed(ledger, 2);
    var gap = author.mark(3).views() - author.mark(2).views();
    ledger.retire(counted(author), path(ledger), kept(author, 4, 4), new ViewsSample(7).writer());
    assertGone(ledger, author.mark(2).views(), 5 + gap);
  }

  /** A writer that had batches applied, reported its counts, and was removed. */
  private static TestWriter removed(DirectViewLedger ledger, long applied) {
    var author = author(ledger, 1);
    add(ledger, author, 1, applied);
    ledger.heartbeat(List.of(counted(author)));
    ledger.remove(SHARD, author.writer(), author.mark(applied), Duration.ZERO);
    assertGone(ledger, author.mark(applied).views(), 5 + 9_000 - author.mark(applied).views());
    return author;
  }

  private static WriterCounts counted(TestWriter author) {
    return new WriterCounts(SHARD, author.writer(), 9_000, 5);
  }

  private static ApplyVerdict verdict(
      DirectViewLedger ledger, TestWriter author, long from, long to) {
    return apply(ledger, author, from, to).verdict();
  }
}
