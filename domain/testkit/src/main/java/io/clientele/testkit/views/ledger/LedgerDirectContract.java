package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.testkit.views.ledger.LedgerAssertions.ADDED;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertRow;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.expected;
import static io.clientele.testkit.views.ledger.LedgerAssertions.path;
import static io.clientele.testkit.views.ledger.LedgerAssertions.unregistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A direct writer's batch is added once; a part of {@link DirectLedgerContract}. */
public interface LedgerDirectContract extends DirectLedgerUnderTest {
  @Test
  default void aDirectBatchIsAddedAndMovesTheOffsetOfItsWriter() {
    var ledger = ledger();
    var author = author(ledger, 1, DIRECT);
    assertThat(direct(ledger, author.batch(1))).isEqualTo(ADDED);
    assertThat(direct(ledger, author.batch(2, 4))).isEqualTo(ADDED);
    assertTotals(ledger, author.counts(1, 4));
    assertThat(LedgerAssertions.snapshot(ledger).applied(DIRECT)).isEqualTo(author.applied(4));
  }

  @Test
  default void aDirectBatchRepeatedAfterALostAnswerIsAddedOnce() {
    var ledger = ledger();
    var author = author(ledger, 1, DIRECT);
    direct(ledger, author.batch(1, 2));
    for (var again : List.of(author.batch(1, 2), author.batch(1), author.batch(2))) {
      assertThat(direct(ledger, again)).isEqualTo(new ApplyResult(ApplyVerdict.DUPLICATE, 0));
    }
    assertTotals(ledger, author.counts(1, 2));
  }

  @Test
  default void aDirectBatchThatDoesNotJoinIsRefused() {
    var ledger = ledger();
    var author = author(ledger, 1, DIRECT);
    var unknown = unregistered(ledger, 2);
    direct(ledger, author.batch(1, 3));
    assertThat(direct(ledger, author.batch(3, 4)))
        .isEqualTo(new ApplyResult(ApplyVerdict.CONFLICT, 0));
    assertThat(direct(ledger, author.batch(5))).isEqualTo(new ApplyResult(ApplyVerdict.GAP, 0));
    assertThat(direct(ledger, unknown.batch(1)))
        .isEqualTo(new ApplyResult(ApplyVerdict.UNKNOWN, 0));
    assertTotals(ledger, author.counts(1, 3));
    assertThat(LedgerAssertions.snapshot(ledger).applied(DIRECT)).isEqualTo(author.applied(3));
  }

  @Test
  default void directViewsAboveTheGreatestTotalAreRejected() {
    var ledger = ledger();
    UUID account = LedgerAssertions.accounts(ledger).get(0);
    var first = new TestWriter(new ViewsSample(1).writer(), views(account, Long.MAX_VALUE - 1));
    var second = new TestWriter(new ViewsSample(2).writer(), views(account, 4));
    ledger.register(first.writer(), DIRECT, List.of(SHARD));
    ledger.register(second.writer(), DIRECT, List.of(SHARD));
    assertThat(direct(ledger, first.batch(1))).isEqualTo(ADDED);
    assertThat(direct(ledger, second.batch(1))).isEqualTo(new ApplyResult(ApplyVerdict.OK, 3));
    assertThat(ledger.totals(List.of(account)).views()).containsEntry(account, Long.MAX_VALUE);
    assertThat(LedgerAssertions.snapshot(ledger).rejected()).isEqualTo(3);
  }

  @Test
  default void theCountsOfTheGivingWriterAreStoredWithTheBatch() {
    var ledger = ledger();
    var giver = author(ledger, 1);
    var taker = author(ledger, 2, DIRECT);
    ledger.heartbeat(List.of(new WriterCounts(SHARD, giver.writer(), 500, 1)));
    var moved = List.of(new WriterCounts(SHARD, giver.writer(), 399, 2));
    ledger.applyDirect(SHARD, taker.batch(1), Sample.BEGINNING, moved);
    assertRow(ledger, expected(giver.writer(), path(ledger), giver.mark(0), 399, 2));
    assertThat(LedgerAssertions.row(ledger, taker.writer()).orElseThrow().applied())
        .isEqualTo(taker.mark(1));
  }

  @Test
  default void aRefusedBatchStoresNoCounts() {
    var ledger = ledger();
    var giver = author(ledger, 1);
    var taker = author(ledger, 2, DIRECT);
    ledger.heartbeat(List.of(new WriterCounts(SHARD, giver.writer(), 500, 1)));
    var moved = List.of(new WriterCounts(SHARD, giver.writer(), 399, 2));
    ledger.applyDirect(SHARD, taker.batch(2), Sample.BEGINNING, moved);
    assertRow(ledger, expected(giver.writer(), path(ledger), giver.mark(0), 500, 1));
  }

  @Test
  default void aDirectBatchWaitsForALockedShard() {
    var ledger = ledger();
    var author = author(ledger, 1, DIRECT);
    var thread = Executors.newSingleThreadExecutor();
    try {
      var waiting = new CompletableFuture<ApplyResult>();
      whileHeld(
          SHARD,
          () -> {
            thread.execute(
                () -> waiting.completeAsync(() -> direct(ledger, author.batch(1)), Runnable::run));
            assertThatThrownBy(() -> waiting.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
          });
      assertThat(ConcurrentCalls.result(waiting)).isEqualTo(ADDED);
    } finally {
      thread.shutdownNow();
    }
    assertTotals(ledger, author.counts(1, 1));
  }

  private static List<ViewCounts> views(UUID account, long views) {
    return List.of(ViewCounts.of(Map.of(account, views)));
  }

  private static ApplyResult direct(DirectViewLedger ledger, ViewBatch batch) {
    return ledger.applyDirect(SHARD, batch, Sample.BEGINNING, List.of());
  }
}
