package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.ShardBooks.WriterRow;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes calls by chance on a ledger and on one in memory, and compares what they answer. */
final class LedgerTrial {
  private static final int BATCHES = 9;

  private final ViewLedger ledger;
  private final InMemoryViewLedger model;
  private final Shard shard;
  private final Random random;
  private final Sample sample;
  private final List<AccountId> accounts;
  private final List<Author> authors = new ArrayList<>();
  private String call = "";

  LedgerTrial(ViewLedger ledger, int number) {
    this.ledger = ledger;
    this.model = new InMemoryViewLedger(ledger.shards());
    this.shard = new Shard(number);
    this.random = new Random(number);
    this.sample = new Sample(1_000 + number);
    this.accounts = sample.ids(ledger.shards(), shard, 3);
    for (var i = 0; i < 4; i++) {
      authors.add(Author.of(sample, accounts, BATCHES));
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
      case 2, 3, 4, 5 -> apply();
      case 6, 7 -> applyDirect();
      case 8 -> heartbeat();
      case 9 -> quarantine();
      case 10 -> retire();
      default -> remove();
    }
  }

  private void register() {
    var author = any();
    var via = random.nextInt(3) == 0 ? Via.DIRECT : Via.STAGING;
    ledger.register(author.writer(), via, List.of(shard));
    model.register(author.writer(), via, List.of(shard));
  }

  private void apply() {
    var batch = sealed(any());
    if (random.nextInt(3) == 0) {
      batch = Author.sealed(sealed(authors.get(0)), sealed(authors.get(1)));
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

  private void quarantine() {
    var segments = List.of(sealed(any()), sealed(any()));
    ledger.quarantine(shard, segments, Verdict.GAP);
    model.quarantine(shard, segments, Verdict.GAP);
  }

  private void retire() {
    var old = any();
    var next = Author.of(sample, accounts, BATCHES);
    var counted = new Counted(shard, old.writer(), random.nextInt(500), random.nextInt(50));
    var base = old.mark(Math.min(BATCHES, mark(old).seq() + random.nextInt(2)));
    var expected = model.retire(counted, Via.STAGING, base, next.writer());
    assertThat(ledger.retire(counted, Via.STAGING, base, next.writer()))
        .as(call)
        .isEqualTo(expected);
    authors.set(authors.indexOf(old), next);
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
    assertThat(ledger.applied(shard)).as(call).isEqualTo(totals.staged().get(shard));
    assertThat(timeless(ledger)).as(call).isEqualTo(timeless(model));
  }

  private ShardBooks timeless(ViewLedger of) {
    var books = of.books(List.of(shard)).get(0);
    var rows =
        books.writers().stream()
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
    return new ShardBooks(
        shard, books.views(), books.rejected(), books.goneViews(), books.goneLost(), rows);
  }

  private SealedBatch sealed(Author author) {
    var from = near(mark(author).seq() + 1);
    return author.sealed(from, within(from + random.nextInt(3)));
  }

  private Counted counted() {
    return new Counted(shard, any().writer(), random.nextInt(1_000), random.nextInt(50));
  }

  private Mark mark(Author author) {
    var books = model.books(List.of(shard)).get(0);
    return books.writers().stream()
        .filter(row -> row.writer().equals(author.writer()))
        .map(WriterRow::applied)
        .findFirst()
        .orElse(Mark.START);
  }

  private Author any() {
    return authors.get(random.nextInt(authors.size()));
  }

  private long near(long seq) {
    return within(seq + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0));
  }

  private static long within(long seq) {
    return Math.max(1, Math.min(BATCHES, seq));
  }
}
