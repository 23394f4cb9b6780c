package io.clientele.testkit;

import static io.clientele.domain.views.Via.DIRECT;
import static io.clientele.domain.views.Via.STAGING;
import static io.clientele.testkit.Ledgers.SHARD;
import static io.clientele.testkit.Ledgers.apply;
import static io.clientele.testkit.Ledgers.assertRow;
import static io.clientele.testkit.Ledgers.assertTotals;
import static io.clientele.testkit.Ledgers.author;
import static io.clientele.testkit.Ledgers.row;
import static io.clientele.testkit.Ledgers.unregistered;
import static io.clientele.testkit.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link ViewLedgerContract} about the rows of living writers. */
public interface LedgerWritersContract extends LedgerUnderTest {
  @Test
  default void aNewRowStandsAtTheStart() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = author(ledger, 2, DIRECT);
    assertRow(ledger, staged.writer(), STAGING, Mark.START, 0, 0);
    assertRow(ledger, direct.writer(), DIRECT, Mark.START, 0, 0);
  }

  @Test
  default void registeringAgainLeavesTheRowAsItIs() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 3));
    ledger.heartbeat(List.of(new Counted(SHARD, author.writer(), 900, 5)));
    ledger.register(author.writer(), STAGING, ledger.shards().all());
    ledger.register(author.writer(), DIRECT, ledger.shards().all());
    assertRow(ledger, author.writer(), STAGING, author.mark(3), 900, 5);
    assertThat(ledger.applied(new Shard(0))).isEqualTo(author.applied(0));
  }

  @Test
  default void registeringAgainEndsTheSilence() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    var until = System.nanoTime() + Duration.ofMillis(300).toNanos();
    var silence = Duration.ZERO;
    while (System.nanoTime() - until < 0) {
      silence = row(ledger, author.writer()).orElseThrow().silence();
    }
    ledger.register(author.writer(), STAGING, List.of(SHARD));
    assertThat(row(ledger, author.writer()).orElseThrow().silence()).isLessThanOrEqualTo(silence);
  }

  @Test
  default void manyMayRegisterOneWriterAtOnce() {
    var ledger = ledger();
    var writer = new Sample(1).writer();
    var shards = ledger.shards().all();
    together(
        8,
        i -> {
          ledger.register(writer, STAGING, shards);
          return i;
        });
    assertThat(ledger.books(shards))
        .allSatisfy(
            books -> assertThat(books.writers()).extracting("writer").containsExactly(writer));
  }

  @Test
  default void aHeartbeatTakesDownWhatTheWriterSaysAndAnswersItsMarks() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 2));
    var marks = ledger.heartbeat(List.of(new Counted(SHARD, author.writer(), 777, 3)));
    assertThat(marks).isEqualTo(Map.of(SHARD, author.mark(2)));
    assertRow(ledger, author.writer(), STAGING, author.mark(2), 777, 3);
    ledger.heartbeat(List.of(new Counted(SHARD, author.writer(), 700, 80)));
    assertRow(ledger, author.writer(), STAGING, author.mark(2), 700, 80);
    assertTotals(ledger, author.counts(1, 2));
  }

  @Test
  default void aHeartbeatLeavesOutShardsWhereTheRowIsMissing() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    var elsewhere = new Shard(0);
    var marks =
        ledger.heartbeat(
            List.of(
                new Counted(elsewhere, author.writer(), 10, 0),
                new Counted(SHARD, author.writer(), 20, 0)));
    assertThat(marks).isEqualTo(Map.of(SHARD, Mark.START));
    assertThat(ledger.applied(elsewhere).marks()).as("no row is made").isEmpty();
    assertThat(ledger.heartbeat(List.of())).isEmpty();
  }

  @Test
  default void aHeartbeatOfSeveralWritersTakesEachDown() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = Author.of(new Sample(2), new Sample(3).ids(2), 1);
    ledger.register(direct.writer(), DIRECT, List.of(new Shard(0)));
    var marks =
        ledger.heartbeat(
            List.of(
                new Counted(SHARD, staged.writer(), 11, 1),
                new Counted(new Shard(0), direct.writer(), 22, 2)));
    assertThat(marks).isEqualTo(Map.of(SHARD, Mark.START, new Shard(0), Mark.START));
    assertRow(ledger, staged.writer(), STAGING, Mark.START, 11, 1);
    var there = ledger.books(List.of(new Shard(0))).get(0).writers().get(0);
    assertThat(List.of(there.accepted(), there.lost())).containsExactly(22L, 2L);
  }

  @Test
  default void aHeartbeatEndsTheSilence() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    ledger.heartbeat(List.of(new Counted(SHARD, author.writer(), 1, 0)));
    assertThat(row(ledger, author.writer()).orElseThrow().silence())
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  default void quarantineRaisesWhatWasAcceptedToWhatItShows() {
    var ledger = ledger();
    var behind = author(ledger, 1, STAGING);
    var ahead = author(ledger, 2, STAGING);
    var unknown = unregistered(ledger, 3);
    ledger.heartbeat(List.of(new Counted(SHARD, behind.writer(), 1, 4)));
    ledger.heartbeat(List.of(new Counted(SHARD, ahead.writer(), 1_000_000, 0)));
    var segments =
        List.of(
            Author.sealed(behind.sealed(2, 3), ahead.sealed(1, 1)),
            Author.sealed(behind.sealed(4, 5), unknown.sealed(1, 1)));
    for (var times = 0; times < 2; times++) {
      ledger.quarantine(SHARD, segments, Verdict.GAP);
      assertRow(ledger, behind.writer(), STAGING, Mark.START, behind.mark(5).views(), 4);
      assertRow(ledger, ahead.writer(), STAGING, Mark.START, 1_000_000, 0);
      assertThat(row(ledger, unknown.writer())).isEmpty();
    }
    assertTotals(ledger, ViewCounts.NONE);
    assertThat(Ledgers.books(ledger).rejected()).as("never rejected").isZero();
  }

  @Test
  default void nothingIsPutIntoQuarantineWithoutHarm() {
    var ledger = ledger();
    ledger.quarantine(SHARD, List.of(), Verdict.UNKNOWN);
    assertThat(Ledgers.books(ledger).writers()).isEmpty();
  }
}
