package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertBalanced;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.offsets;
import static io.clientele.testkit.views.ledger.LedgerAssertions.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Concurrent calls add every batch once and read one instant; a part of {@link
 * DirectLedgerContract}.
 */
public interface LedgerConcurrencyContract extends DirectLedgerUnderTest {
  @Test
  default void concurrentCallersAddOneBatchOnce() {
    var ledger = ledger();
    var author = author(ledger, 1);
    var verdicts = together(16, i -> patiently(ledger, SHARD, author, 1, 3));
    assertThat(verdicts)
        .containsOnlyOnce(ApplyVerdict.OK)
        .containsOnly(ApplyVerdict.OK, ApplyVerdict.DUPLICATE);
    assertTotals(ledger, author.counts(1, 3));
  }

  @Test
  default void batchesOfConcurrentThreadsAreAllAddedInBoundedTime() {
    var ledger = ledger();
    var staged = IntStream.range(0, 4).mapToObj(i -> author(ledger, i)).toList();
    var direct = IntStream.range(4, 8).mapToObj(i -> author(ledger, i, DIRECT)).toList();
    together(
        8,
        i -> i < 4 ? applyAll(ledger, staged.get(i)) : applyAllDirect(ledger, direct.get(i - 4)));
    var all = ViewCounts.NONE;
    for (var i = 0; i < 4; i++) {
      all = all.plus(staged.get(i).counts(1, 8)).plus(direct.get(i).counts(1, 8));
    }
    assertTotals(ledger, all);
    assertBalanced(LedgerAssertions.snapshot(ledger));
  }

  @Test
  default void shardsAreAppliedConcurrently() {
    var ledger = ledger();
    var shards = ledger.shards().all();
    var authors =
        shards.stream()
            .map(
                shard -> {
                  var ids = new ViewsSample(9).subjects(ledger.shards(), shard, 3);
                  var author = TestWriter.of(new ViewsSample(shard.number()), ids, 4);
                  ledger.register(author.writer(), path(ledger), List.of(shard));
                  return author;
                })
            .toList();
    var threads = Math.min(8, shards.size());
    together(
        threads,
        thread -> {
          for (var i = 0; i < shards.size(); i++) {
            var at = (i + thread) % shards.size();
            patiently(ledger, shards.get(at), authors.get(at), 1, 4);
          }
          return true;
        });
    assertThat(ledger.snapshots(shards))
        .allSatisfy(
            snapshot ->
                assertThat(snapshot.views())
                    .isEqualTo(authors.get(snapshot.shard().number()).counts(1, 4).total()));
  }

  @Test
  default void totalsAndOffsetsAreOfOneInstant() {
    var ledger = ledger();
    var author = author(ledger, 1);
    var accounts = LedgerAssertions.accounts(ledger);
    var running = new AtomicInteger(1);
    together(
        3,
        i -> {
          if (i == 0) {
            return ending(running, () -> applyAll(ledger, author));
          }
          do {
            var totals = ledger.totals(accounts);
            var views = totals.views().values().stream().mapToLong(Long::longValue).sum();
            assertThat(offsets(ledger, totals).values())
                .singleElement()
                .extracting(applied -> applied.of(author.writer()))
                .satisfies(mark -> assertThat(mark).extracting("views").isEqualTo(views));
          } while (running.get() > 0);
          return true;
        });
    assertTotals(ledger, author.counts(1, 8));
  }

  @Test
  default void snapshotsAreOfOneInstant() {
    var ledger = ledger();
    var staged = author(ledger, 1);
    var direct = author(ledger, 2, DIRECT);
    var running = new AtomicInteger(2);
    together(
        3,
        i -> {
          if (i < 2) {
            return ending(
                running, () -> i == 0 ? applyAll(ledger, staged) : applyAllDirect(ledger, direct));
          }
          do {
            assertBalanced(LedgerAssertions.snapshot(ledger));
          } while (running.get() > 0);
          return true;
        });
    assertTotals(ledger, staged.counts(1, 8).plus(direct.counts(1, 8)));
  }

  /** Ends the loops of the readers, even if the writer fails. */
  private static boolean ending(AtomicInteger running, BooleanSupplier writer) {
    try {
      return writer.getAsBoolean();
    } finally {
      running.decrementAndGet();
    }
  }

  private static boolean applyAll(DirectViewLedger ledger, TestWriter author) {
    for (var seq = 1; seq <= author.size(); seq++) {
      assertThat(patiently(ledger, SHARD, author, seq, seq)).isEqualTo(ApplyVerdict.OK);
    }
    return true;
  }

  private static boolean applyAllDirect(DirectViewLedger ledger, TestWriter author) {
    for (var seq = 1; seq <= author.size(); seq++) {
      var posting = ledger.applyDirect(SHARD, author.batch(seq), Sample.BEGINNING, List.of());
      assertThat(posting).isEqualTo(LedgerAssertions.ADDED);
    }
    return true;
  }

  /** Applies batches, again while the shard is busy. */
  private static ApplyVerdict patiently(
      DirectViewLedger ledger, Shard shard, TestWriter author, long from, long to) {
    var last = new AtomicReference<>(ApplyVerdict.BUSY);
    ConcurrentCalls.await(
        "apply(" + shard + ", batches " + from + " to " + to + ") is not BUSY",
        () -> {
          last.set(LedgerAssertions.apply(ledger, shard, author, from, to).verdict());
          return last.get() != ApplyVerdict.BUSY;
        });
    return last.get();
  }
}
