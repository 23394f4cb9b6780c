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

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A retired or removed writer leaves its sums; a part of {@link DirectLedgerContract}. */
public interface LedgerRemovedWritersContract extends DirectLedgerUnderTest {
  @Test
  default void aRetiredWriterLeavesItsSumsAndContinuesUnderAnotherName() {
    var ledger = ledger();
    var old = author(ledger, 1);
    add(ledger, old, 1, 2);
    ledger.heartbeat(List.of(counted(old, 5_000, 3)));
    var next = new ViewsSample(2).writer();
    assertThat(ledger.retire(counted(old, 5_000, 7), path(ledger), kept(old, 5, 5), next))
        .isEqualTo(new RetireResult.Retired(old.applied(2)));
    var gap = old.mark(4).views() - old.mark(2).views();
    assertGone(ledger, old.mark(2).views(), 7 + gap);
    assertThat(row(ledger, old.writer())).isEmpty();
    assertRow(ledger, expected(next, path(ledger), Offset.START, 0, 0));
    assertTotals(ledger, old.counts(1, 2));
    assertThat(apply(ledger, old, 3, 3).verdict()).isEqualTo(ofRetired(ledger));
    assertTotals(ledger, old.counts(1, 2));
  }

  @Test
  default void retiringAgainAfterALostAnswerChangesNothingMore() {
    var ledger = ledger();
    var old = author(ledger, 1);
    var next = TestWriter.of(new ViewsSample(2), LedgerAssertions.accounts(ledger), 2);
    ledger.retire(counted(old, 10, 7), path(ledger), kept(old, 3, 3), next.writer());
    add(ledger, next, 1, 1);
    assertThat(ledger.retire(counted(old, 10, 7), path(ledger), kept(old, 3, 3), next.writer()))
        .isEqualTo(new RetireResult.Retired(old.applied(0)));
    assertGone(ledger, 0, 7 + old.mark(2).views());
    assertThat(applied(ledger)).isEqualTo(next.applied(1));
  }

  @Test
  default void aWriterWhoseRowHasCaughtUpIsNotRetired() {
    var ledger = ledger();
    var old = author(ledger, 1);
    add(ledger, old, 1, 3);
    var next = new ViewsSample(2).writer();
    for (var base = 2; base <= 3; base++) {
      assertThat(ledger.retire(counted(old, 10, 7), path(ledger), kept(old, base + 1, 4), next))
          .isEqualTo(new RetireResult.Joined());
    }
    assertThat(row(ledger, next)).isEmpty();
    assertThat(applied(ledger)).isEqualTo(old.applied(3));
    assertGone(ledger, 0, 0);
  }

  @Test
  default void aWriterWithoutARowIsRetiredWithItsKnownAppliedViews() {
    var ledger = ledger();
    var old = unregistered(ledger, 1);
    var next = new ViewsSample(2).writer();
    assertThat(ledger.retire(counted(old, 10, 7), DIRECT, kept(old, 4, 4), next))
        .isEqualTo(new RetireResult.Retired(old.applied(0)));
    assertGone(ledger, 0, 7 + old.mark(3).views());
    assertRow(ledger, expected(next, DIRECT, Offset.START, 0, 0));
  }

  @Test
  default void aSilentWriterIsRemovedAndLeavesItsSums() {
    var ledger = ledger();
    var dead = author(ledger, 1);
    var alive = author(ledger, 2);
    add(ledger, dead, 1, 2);
    add(ledger, alive, 1, 1);
    ledger.heartbeat(List.of(counted(dead, dead.mark(2).views(), 9)));
    remove(ledger, dead.writer(), dead.mark(2), Duration.ZERO);
    assertThat(row(ledger, dead.writer())).isEmpty();
    assertGone(ledger, dead.mark(2).views(), 9);
    assertThat(applied(ledger)).isEqualTo(alive.applied(1));
    assertTotals(ledger, dead.counts(1, 2).plus(alive.counts(1, 1)));
    remove(ledger, dead.writer(), dead.mark(2), Duration.ZERO);
    assertGone(ledger, dead.mark(2).views(), 9);
  }

  @Test
  default void acceptedViewsOfARemovedWriterThatNeverArrivedAreLost() {
    var ledger = ledger();
    var dead = author(ledger, 1, DIRECT);
    ledger.applyDirect(SHARD, dead.batch(1), Sample.BEGINNING, List.of());
    ledger.heartbeat(List.of(counted(dead, dead.mark(1).views() + 40, 2)));
    remove(ledger, dead.writer(), dead.mark(1), Duration.ZERO);
    assertGone(ledger, dead.mark(1).views(), 42);
  }

  @Test
  default void aWriterWithARecentHeartbeatIsNotRemoved() {
    var ledger = ledger();
    var alive = author(ledger, 1);
    remove(ledger, alive.writer(), Offset.START, Duration.ofHours(1));
    assertThat(applied(ledger)).isEqualTo(alive.applied(0));
    assertGone(ledger, 0, 0);
  }

  @Test
  default void aWriterAtAnotherOffsetIsNotRemoved() {
    var ledger = ledger();
    var author = author(ledger, 1);
    add(ledger, author, 1, 2);
    for (var seq : List.of(0, 1, 3)) {
      remove(ledger, author.writer(), author.mark(seq), Duration.ZERO);
    }
    remove(ledger, new ViewsSample(5).writer(), Offset.START, Duration.ZERO);
    assertThat(applied(ledger)).isEqualTo(author.applied(2));
    assertGone(ledger, 0, 0);
  }

  private static WriterCounts counted(TestWriter author, long accepted, long lost) {
    return new WriterCounts(SHARD, author.writer(), accepted, lost);
  }

  private static void remove(
      DirectViewLedger ledger, WriterId writer, Offset mark, Duration silentFor) {
    ledger.remove(SHARD, writer, mark, silentFor);
  }
}
