package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.add;
import static io.clientele.testkit.views.ledger.LedgerAssertions.applied;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertRow;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.expected;
import static io.clientele.testkit.views.ledger.LedgerAssertions.path;
import static io.clientele.testkit.views.ledger.LedgerAssertions.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Living writers have rows with their counts; a part of {@link DirectLedgerContract}. */
public interface LedgerWritersContract extends DirectLedgerUnderTest {
  @Test
  default void aNewRowHasTheStartOffset() {
    var ledger = ledger();
    var staged = author(ledger, 1);
    var direct = author(ledger, 2, DIRECT);
    assertRow(ledger, expected(staged.writer(), path(ledger), Offset.START, 0, 0));
    assertRow(ledger, expected(direct.writer(), DIRECT, Offset.START, 0, 0));
  }

  @Test
  default void registeringAgainDoesNotChangeTheRow() {
    var ledger = ledger();
    var author = author(ledger, 1);
    add(ledger, author, 1, 3);
    ledger.heartbeat(List.of(new WriterCounts(SHARD, author.writer(), 900, 5)));
    ledger.register(author.writer(), path(ledger), ledger.shards().all());
    ledger.register(author.writer(), DIRECT, ledger.shards().all());
    assertRow(ledger, expected(author.writer(), path(ledger), author.mark(3), 900, 5));
    assertThat(applied(ledger, new Shard(0))).isEqualTo(author.applied(0));
  }

  @Test
  default void registeringAgainEndsTheSilence() {
    var ledger = ledger();
    var author = author(ledger, 1);
    var until = System.nanoTime() + Duration.ofMillis(300).toNanos();
    var silence = Duration.ZERO;
    while (System.nanoTime() - until < 0) {
      silence = row(ledger, author.writer()).orElseThrow().silence();
    }
    ledger.register(author.writer(), path(ledger), List.of(SHARD));
    assertThat(row(ledger, author.writer()).orElseThrow().silence()).isLessThanOrEqualTo(silence);
  }

  @Test
  default void concurrentRegistrationsOfOneWriterSucceed() {
    var ledger = ledger();
    var writer = new ViewsSample(1).writer();
    var shards = ledger.shards().all();
    together(
        8,
        i -> {
          ledger.register(writer, path(ledger), shards);
          return i;
        });
    assertThat(ledger.snapshots(shards))
        .allSatisfy(
            snapshot ->
                assertThat(snapshot.writers()).extracting("writer").containsExactly(writer));
  }

  @Test
  default void aHeartbeatStoresTheCountsAndReturnsTheOffsets() {
    var ledger = ledger();
    var author = author(ledger, 1);
    add(ledger, author, 1, 2);
    var marks = ledger.heartbeat(List.of(new WriterCounts(SHARD, author.writer(), 777, 3)));
    assertThat(marks).isEqualTo(Map.of(SHARD, author.mark(2)));
    assertRow(ledger, expected(author.writer(), path(ledger), author.mark(2), 777, 3));
    ledger.heartbeat(List.of(new WriterCounts(SHARD, author.writer(), 700, 80)));
    assertRow(ledger, expected(author.writer(), path(ledger), author.mark(2), 700, 80));
    assertTotals(ledger, author.counts(1, 2));
  }

  @Test
  default void aHeartbeatReturnsNoOffsetWithoutARow() {
    var ledger = ledger();
    var author = author(ledger, 1);
    var elsewhere = new Shard(0);
    var marks =
        ledger.heartbeat(
            List.of(
                new WriterCounts(elsewhere, author.writer(), 10, 0),
                new WriterCounts(SHARD, author.writer(), 20, 0)));
    assertThat(marks).isEqualTo(Map.of(SHARD, Offset.START));
    assertThat(applied(ledger, elsewhere).byWriter()).as("no row is made").isEmpty();
    assertThat(ledger.heartbeat(List.of())).isEmpty();
  }

  @Test
  default void aHeartbeatStoresTheCountsOfSeveralWriters() {
    var ledger = ledger();
    var staged = author(ledger, 1);
    var direct = TestWriter.of(new ViewsSample(2), new ViewsSample(3).subjects(2), 1);
    ledger.register(direct.writer(), DIRECT, List.of(new Shard(0)));
    var marks =
        ledger.heartbeat(
            List.of(
                new WriterCounts(SHARD, staged.writer(), 11, 1),
                new WriterCounts(new Shard(0), direct.writer(), 22, 2)));
    assertThat(marks).isEqualTo(Map.of(SHARD, Offset.START, new Shard(0), Offset.START));
    assertRow(ledger, expected(staged.writer(), path(ledger), Offset.START, 11, 1));
    var there = ledger.snapshots(List.of(new Shard(0))).get(0).writers().get(0);
    assertThat(List.of(there.accepted(), there.lost())).containsExactly(22L, 2L);
  }

  @Test
  default void aHeartbeatEndsTheSilence() {
    var ledger = ledger();
    var author = author(ledger, 1);
    ledger.heartbeat(List.of(new WriterCounts(SHARD, author.writer(), 1, 0)));
    assertThat(row(ledger, author.writer()).orElseThrow().silence())
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }
}
