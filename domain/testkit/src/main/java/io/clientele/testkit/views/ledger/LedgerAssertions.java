package io.clientele.testkit.views.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shared steps and assertions of the contracts of {@link ViewLedger}. */
final class LedgerAssertions {
  static final Shard SHARD = new Shard(1);
  static final ApplyResult ADDED = new ApplyResult(ApplyVerdict.OK, 0);

  private LedgerAssertions() {}

  /** Creates a writer of eight batches of accounts in the shard, registered there. */
  static TestWriter author(DirectViewLedger ledger, int seed, DeliveryPath via) {
    var author = unregistered(ledger, seed);
    ledger.register(author.writer(), via, List.of(SHARD));
    return author;
  }

  /** Creates a writer without a row. */
  static TestWriter unregistered(DirectViewLedger ledger, int seed) {
    return TestWriter.of(new ViewsSample(seed), accounts(ledger), 8);
  }

  static List<UUID> accounts(DirectViewLedger ledger) {
    return new ViewsSample(99).subjects(ledger.shards(), SHARD, 5);
  }

  /** The path of most writers of a ledger: through staging, if it has staged batches. */
  static DeliveryPath path(DirectViewLedger ledger) {
    return ledger instanceof ViewLedger ? DeliveryPath.STAGING : DeliveryPath.DIRECT;
  }

  /** Creates a writer on the path of the ledger. */
  static TestWriter author(DirectViewLedger ledger, int seed) {
    return author(ledger, seed, path(ledger));
  }

  /** Applies batches {@code from} to {@code to} by the path of the ledger. */
  static ApplyResult apply(DirectViewLedger ledger, TestWriter author, long from, long to) {
    return apply(ledger, SHARD, author, from, to);
  }

  static ApplyResult apply(
      DirectViewLedger ledger, Shard shard, TestWriter author, long from, long to) {
    return ledger instanceof ViewLedger staged
        ? staged.apply(shard, author.sealed(from, to))
        : ledger.applyDirect(shard, author.batch(from, to), Sample.BEGINNING, List.of());
  }

  /** The verdict on a batch of a retired name, by the path of the ledger. */
  static ApplyVerdict ofRetired(DirectViewLedger ledger) {
    return ledger instanceof ViewLedger ? ApplyVerdict.DUPLICATE : ApplyVerdict.UNKNOWN;
  }

  /** Returns the offsets of the writers on the path of the ledger. */
  static Map<Shard, AppliedOffsets> offsets(DirectViewLedger ledger, PersistedTotals totals) {
    return ledger instanceof ViewLedger ? totals.staged() : totals.direct();
  }

  /** Applies batches that must be added. */
  static void add(DirectViewLedger ledger, TestWriter author, long from, long to) {
    assertThat(apply(ledger, author, from, to)).isEqualTo(ADDED);
  }

  /** Returns the offsets of the writers on the path of the ledger that have a row. */
  static AppliedOffsets applied(DirectViewLedger ledger) {
    return applied(ledger, SHARD);
  }

  static AppliedOffsets applied(DirectViewLedger ledger, Shard shard) {
    return ledger instanceof ViewLedger staged
        ? staged.applied(shard)
        : ledger.snapshots(List.of(shard)).get(0).applied(DeliveryPath.DIRECT);
  }

  /** Applies staged batches that must be added. */
  static void apply(ViewLedger ledger, SealedBatch... batches) {
    for (var batch : batches) {
      assertThat(ledger.apply(SHARD, batch)).isEqualTo(ADDED);
    }
  }

  /** Asserts the views and the lost views of writers without rows. */
  static void assertGone(DirectViewLedger ledger, long views, long lost) {
    var snapshot = snapshot(ledger);
    assertThat(snapshot.goneViews()).isEqualTo(views);
    assertThat(snapshot.goneLost()).isEqualTo(lost);
    assertBalanced(snapshot);
  }

  /** The name of a writer that keeps its batches {@code first} to {@code last}, both included. */
  static Map<WriterId, OffsetRange> kept(TestWriter author, long first, long last) {
    return Map.of(author.writer(), author.span(first, last));
  }

  static void assertTotals(DirectViewLedger ledger, ViewCounts expected) {
    var accounts = accounts(ledger);
    var views = ledger.totals(accounts).views();
    assertThat(accounts).allSatisfy(id -> assertThat(views).containsEntry(id, expected.of(id)));
    assertThat(snapshot(ledger).views()).isEqualTo(expected.total());
  }

  static ShardSnapshot snapshot(DirectViewLedger ledger) {
    var snapshot = ledger.snapshots(List.of(SHARD));
    assertThat(snapshot).hasSize(1);
    return snapshot.get(0);
  }

  static Optional<WriterRow> row(DirectViewLedger ledger, WriterId writer) {
    return snapshot(ledger).writers().stream()
        .filter(row -> row.writer().equals(writer))
        .findFirst();
  }

  /** A row as a test expects it; how long the writer is silent does not count. */
  static WriterRow expected(
      WriterId writer, DeliveryPath via, Offset applied, long accepted, long lost) {
    return new WriterRow(writer, via, applied, accepted, lost, Duration.ZERO);
  }

  /** Requires that the writer has this row, however long it is silent. */
  static void assertRow(DirectViewLedger ledger, WriterRow expected) {
    assertThat(row(ledger, expected.writer()))
        .hasValueSatisfying(
            row ->
                assertThat(row)
                    .usingRecursiveComparison()
                    .ignoringFields("silence")
                    .isEqualTo(expected));
  }

  /** Asserts that added and rejected views equal the applied views of present and removed rows. */
  static void assertBalanced(ShardSnapshot snapshot) {
    var applied = snapshot.writers().stream().mapToLong(row -> row.applied().views()).sum();
    assertThat(snapshot.views() + snapshot.rejected()).isEqualTo(applied + snapshot.goneViews());
  }
}
