package io.clientele.testkit.views.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes random calls on a ledger and on one in memory, and compares their answers. */
final class LedgerModelComparison {
  private static final int BATCHES = 9;

  private final DirectViewLedger ledger;
  private final @Nullable ViewLedger staged;
  private final InMemoryViewLedger model;
  private final Shard shard;
  private final Random random;
  private final ViewsSample sample;
  private final List<UUID> accounts;
  private final List<TestWriter> authors = new ArrayList<>();
  private String call = "";

  LedgerModelComparison(DirectViewLedger ledger, int number) {
    this.ledger = ledger;
    this.staged = ledger instanceof ViewLedger both ? both : null;
    this.model = new InMemoryViewLedger(ledger.shards());
    this.shard = new Shard(number);
    this.random = new Random(number);
    this.sample = new ViewsSample(1_000 + number);
    this.accounts = sample.subjects(ledger.shards(), shard, 3);
    for (var i = 0; i < 4; i++) {
      authors.add(TestWriter.of(sample, accounts, BATCHES));
    }
  }

  void run(int calls) {
    for (var i = 0; i < calls; i++) {
      call = "call " + i + " of trial " + shard.number();
      call();
      compare();
    }
  }

  private void call() {
    switch (random.nextInt(12)) {
      case 0, 1 -> register();
      case 2, 3, 4, 5 -> {
        if (staged == null) {
          applyDirect();
        } else {
          apply(staged);
        }
      }
      case 6, 7 -> applyDirect();
      case 8 -> heartbeat();
      case 9 -> {
        if (staged != null) {
          quarantine(staged);
        }
      }
      case 10 -> retire();
      default -> remove();
    }
  }

  private void register() {
    var author = any();
    var via = random.nextInt(3) == 0 ? DeliveryPath.DIRECT : path();
    ledger.register(author.writer(), via, List.of(shard));
    model.register(author.writer(), via, List.of(shard));
  }

  private DeliveryPath path() {
    return staged == null ? DeliveryPath.DIRECT : DeliveryPath.STAGING;
  }

  private void apply(ViewLedger ledger) {
    var batch = sealed(any());
    if (random.nextInt(3) == 0) {
      batch = TestWriter.sealed(sealed(authors.get(0)), sealed(authors.get(1)));
    }
    assertThat(ledger.apply(shard, batch)).as(call).isEqualTo(model.apply(shard, batch));
  }

  private void applyDirect() {
    var author = any();
    var from = near(mark(author).seq() + 1);
    var batch = author.batch(from, within(from + random.nextInt(3)));
    var moved = List.of(counted());
    var expected = model.applyDirect(shard, batch, Sample.BEGINNING, moved);
    assertThat(ledger.applyDirect(shard, batch, Sample.BEGINNING, moved))
        .as(call)
        .isEqualTo(expected);
  }

  private void heartbeat() {
    var counted = List.of(counted());
    assertThat(ledger.heartbeat(counted)).as(call).isEqualTo(model.heartbeat(counted));
  }

  private void quarantine(ViewLedger ledger) {
    var segments = List.of(sealed(any()), sealed(any()));
    ledger.quarantine(shard, segments, ApplyVerdict.GAP);
    model.quarantine(shard, segments, ApplyVerdict.GAP);
  }

  private void retire() {
    var old = any();
    var next = TestWriter.of(sample, accounts, BATCHES);
    var counted = new WriterCounts(shard, old.writer(), random.nextInt(500), random.nextInt(50));
    var base = old.mark(Math.min(BATCHES, mark(old).seq() + random.nextInt(2)));
    var kept = new HashMap<WriterId, OffsetRange>();
    kept.put(old.writer(), new OffsetRange(base, old.mark(BATCHES)));
    if (random.nextBoolean()) {
      var earlier = any();
      kept.putIfAbsent(earlier.writer(), new OffsetRange(Offset.START, earlier.mark(BATCHES)));
    }
    var expected = model.retire(counted, path(), kept, next.writer());
    assertThat(ledger.retire(counted, path(), kept, next.writer())).as(call).isEqualTo(expected);
    if (random.nextBoolean()) {
      authors.set(authors.indexOf(old), next);
    }
  }

  private void remove() {
    var author = any();
    var mark = random.nextBoolean() ? mark(author) : author.mark(random.nextInt(BATCHES));
    var silentFor = random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1);
    ledger.remove(shard, author.writer(), mark, silentFor);
    model.remove(shard, author.writer(), mark, silentFor);
  }

  private void compare() {
    var totals = model.totals(accounts);
    assertThat(ledger.totals(accounts)).as(call).isEqualTo(totals);
    if (staged != null) {
      assertThat(staged.applied(shard)).as(call).isEqualTo(totals.staged().get(shard));
      var named = authors.stream().map(TestWriter::writer).toList();
      assertThat(staged.applied(shard, named)).as(call).isEqualTo(model.applied(shard, named));
    }
    assertThat(timeless(ledger)).as(call).isEqualTo(timeless(model));
  }

  private ShardSnapshot timeless(DirectViewLedger of) {
    var snapshot = of.snapshots(List.of(shard)).get(0);
    var rows =
        snapshot.writers().stream()
            .map(
                row ->
                    new WriterRow(
                        row.writer(),
                        row.via(),
                        row.applied(),
                        row.accepted(),
                        row.lost(),
                        Duration.ZERO))
            .sorted(Comparator.comparing(row -> row.writer().value()))
            .toList();
    return new ShardSnapshot(
        shard,
        snapshot.views(),
        snapshot.rejected(),
        snapshot.goneViews(),
        snapshot.goneLost(),
        rows);
  }

  private SealedBatch sealed(TestWriter author) {
    var from = near(mark(author).seq() + 1);
    return author.sealed(from, within(from + random.nextInt(3)));
  }

  private WriterCounts counted() {
    return new WriterCounts(shard, any().writer(), random.nextInt(1_000), random.nextInt(50));
  }

  private Offset mark(TestWriter author) {
    var snapshot = model.snapshots(List.of(shard)).get(0);
    return snapshot.writers().stream()
        .filter(row -> row.writer().equals(author.writer()))
        .map(WriterRow::applied)
        .findFirst()
        .orElse(Offset.START);
  }

  private TestWriter any() {
    return authors.get(random.nextInt(authors.size()));
  }

  private long near(long seq) {
    return within(seq + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0));
  }

  private static long within(long seq) {
    return Math.max(1, Math.min(BATCHES, seq));
  }
}
