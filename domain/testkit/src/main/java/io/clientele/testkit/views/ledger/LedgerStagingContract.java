package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.domain.views.ledger.DeliveryPath.STAGING;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.apply;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertBalanced;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertRow;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.expected;
import static io.clientele.testkit.views.ledger.LedgerAssertions.kept;
import static io.clientele.testkit.views.ledger.LedgerAssertions.row;
import static io.clientele.testkit.views.ledger.LedgerAssertions.unregistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A ledger with writers through staging keeps both paths apart, and quarantines what it cannot add;
 * a part of {@link ViewLedgerContract}.
 */
public interface LedgerStagingContract extends LedgerUnderTest {
  @Test
  default void totalsContainTheOffsetsOfBothPathsSeparately() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = author(ledger, 2, DIRECT);
    apply(ledger, staged.sealed(1, 2));
    ledger.applyDirect(SHARD, direct.batch(1), Sample.BEGINNING, List.of());
    var totals = ledger.totals(LedgerAssertions.accounts(ledger));
    assertThat(totals.staged()).isEqualTo(Map.of(SHARD, staged.applied(2)));
    assertThat(totals.direct()).isEqualTo(Map.of(SHARD, direct.applied(1)));
  }

  @Test
  default void bothPathsAddToTheSameTotals() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = author(ledger, 2, DIRECT);
    apply(ledger, staged.sealed(1, 2));
    ledger.applyDirect(SHARD, direct.batch(1, 3), Sample.BEGINNING, List.of());
    apply(ledger, staged.sealed(3, 3));
    assertTotals(ledger, staged.counts(1, 3).plus(direct.counts(1, 3)));
    assertBalanced(LedgerAssertions.snapshot(ledger));
  }

  @Test
  default void aVectorContainsTheTombstonesOfTheNamedWriters() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 2));
    ledger.remove(SHARD, author.writer(), author.mark(2), Duration.ZERO);
    assertThat(ledger.applied(SHARD)).isEqualTo(AppliedOffsets.NONE);
    assertThat(ledger.applied(SHARD, Set.of(author.writer()))).isEqualTo(author.applied(2));
    ledger.retire(counted(author), STAGING, kept(author, 4, 4), new ViewsSample(7).writer());
    assertThat(ledger.applied(SHARD, Set.of(author.writer())).of(author.writer()))
        .isEqualTo(author.mark(2).closed());
  }

  @Test
  default void aBatchWithViewsOfARetiredNameIsAConflict() {
    var ledger = ledger();
    var old = author(ledger, 1, STAGING);
    var other = author(ledger, 2, STAGING);
    ledger.retire(counted(old), STAGING, kept(old, 4, 4), new ViewsSample(7).writer());
    var both = TestWriter.sealed(old.sealed(1, 1), other.sealed(1, 1));
    assertThat(ledger.apply(SHARD, both).verdict()).isEqualTo(ApplyVerdict.CONFLICT);
  }

  @Test
  default void quarantineRaisesTheAcceptedViewsToThoseOfItsBatches() {
    var ledger = ledger();
    var behind = author(ledger, 1, STAGING);
    var ahead = author(ledger, 2, STAGING);
    var unknown = unregistered(ledger, 3);
    ledger.heartbeat(List.of(new WriterCounts(SHARD, behind.writer(), 1, 4)));
    ledger.heartbeat(List.of(new WriterCounts(SHARD, ahead.writer(), 1_000_000, 0)));
    var segments =
        List.of(
            TestWriter.sealed(behind.sealed(2, 3), ahead.sealed(1, 1)),
            TestWriter.sealed(behind.sealed(4, 5), unknown.sealed(1, 1)));
    for (var times = 0; times < 2; times++) {
      ledger.quarantine(SHARD, segments, ApplyVerdict.GAP);
      assertRow(
          ledger, expected(behind.writer(), STAGING, Offset.START, behind.mark(5).views(), 4));
      assertRow(ledger, expected(ahead.writer(), STAGING, Offset.START, 1_000_000, 0));
      assertThat(row(ledger, unknown.writer())).isEmpty();
    }
    assertTotals(ledger, ViewCounts.NONE);
    assertThat(LedgerAssertions.snapshot(ledger).rejected()).as("never rejected").isZero();
  }

  @Test
  default void quarantineKeepsACopyOfEachBatch() {
    var ledger = ledger();
    var one = author(ledger, 1, STAGING);
    var other = author(ledger, 2, STAGING);
    var segments =
        List.of(TestWriter.sealed(one.sealed(2, 3), other.sealed(2, 2)), one.sealed(5, 5));
    for (var times = 0; times < 2; times++) {
      ledger.quarantine(SHARD, segments, ApplyVerdict.GAP);
    }
    var elsewhere = new Shard(0);
    ledger.quarantine(elsewhere, List.of(other.sealed(4, 4)), ApplyVerdict.CONFLICT);
    assertThat(Set.copyOf(quarantined()))
        .as(
            "the copies of quarantine(%s, %s, GAP), and of a batch of %s",
            SHARD, segments, elsewhere)
        .containsExactlyInAnyOrder(
            QuarantinedBatch.of(SHARD, ApplyVerdict.GAP, segments.get(0)),
            QuarantinedBatch.of(SHARD, ApplyVerdict.GAP, segments.get(1)),
            QuarantinedBatch.of(elsewhere, ApplyVerdict.CONFLICT, other.sealed(4, 4)));
  }

  @Test
  default void anEmptyQuarantineChangesNothing() {
    var ledger = ledger();
    ledger.quarantine(SHARD, List.of(), ApplyVerdict.UNKNOWN);
    assertThat(LedgerAssertions.snapshot(ledger).writers()).isEmpty();
    assertThat(quarantined()).isEmpty();
  }

  @Test
  default void anUnreachableLedgerHasNoStagedBatches() {
    var away = unreachableLedger();
    var author = TestWriter.of(new ViewsSample(6), new ViewsSample(7).subjects(3), 2);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.applied(SHARD),
            () -> away.apply(SHARD, author.sealed(1, 1)),
            () -> away.quarantine(SHARD, List.of(author.sealed(1, 1)), ApplyVerdict.GAP)));
  }

  private static WriterCounts counted(TestWriter author) {
    return new WriterCounts(SHARD, author.writer(), 9_000, 5);
  }
}
