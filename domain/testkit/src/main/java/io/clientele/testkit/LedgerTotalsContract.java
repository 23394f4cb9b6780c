package io.clientele.testkit;

import static io.clientele.domain.views.Via.DIRECT;
import static io.clientele.domain.views.Via.STAGING;
import static io.clientele.testkit.Ledgers.SHARD;
import static io.clientele.testkit.Ledgers.apply;
import static io.clientele.testkit.Ledgers.assertTotals;
import static io.clientele.testkit.Ledgers.author;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Persisted;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link ViewLedgerContract} about totals and books, and a ledger that is away. */
public interface LedgerTotalsContract extends LedgerUnderTest {
  @Test
  default void anEmptyLedgerHasEveryShardAndNoViews() {
    var ledger = ledger();
    assertThat(ledger.shards().count()).isGreaterThan(1);
    assertTotals(ledger, ViewCounts.NONE);
    var shards = ledger.shards().all();
    assertThat(ledger.books(shards))
        .containsExactlyInAnyOrderElementsOf(
            shards.stream().map(shard -> new ShardBooks(shard, 0, 0, 0, 0, List.of())).toList());
    assertThat(ledger.applied(SHARD)).isEqualTo(Applied.NONE);
  }

  @Test
  default void anAccountThatNobodyViewedHasNoViewsYetTheMarksOfItsShard() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    var stranger = new Sample(2).ids(ledger.shards(), SHARD, 1).get(0);
    assertThat(ledger.totals(List.of(stranger)))
        .isEqualTo(
            new Persisted(
                Map.of(stranger, 0L),
                Map.of(SHARD, author.applied(0)),
                Map.of(SHARD, Applied.NONE)));
  }

  @Test
  default void totalsTellTheMarksOfBothWaysApart() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = author(ledger, 2, DIRECT);
    apply(ledger, staged.sealed(1, 2));
    ledger.applyDirect(SHARD, direct.batch(1), Sample.BEGINNING, List.of());
    var totals = ledger.totals(Ledgers.accounts(ledger));
    assertThat(totals.staged()).isEqualTo(Map.of(SHARD, staged.applied(2)));
    assertThat(totals.direct()).isEqualTo(Map.of(SHARD, direct.applied(1)));
  }

  @Test
  default void totalsAnswerForTheAccountsAskedAlone() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 8));
    var here = Ledgers.accounts(ledger).get(0);
    var there = new Sample(3).ids(ledger.shards(), new Shard(0), 1).get(0);
    var totals = ledger.totals(List.of(here, there, here));
    assertThat(totals.views()).isEqualTo(Map.of(here, author.counts(1, 8).of(here), there, 0L));
    assertThat(totals.staged()).containsOnlyKeys(SHARD, new Shard(0));
    assertThat(ledger.totals(List.of())).isEqualTo(new Persisted(Map.of(), Map.of(), Map.of()));
  }

  @Test
  default void totalsOfManyAccountsAreToldAtOnce() {
    var ledger = ledger();
    var accounts = new Sample(4).ids(1_000);
    var totals = ledger.totals(accounts);
    assertThat(totals.views()).hasSize(1_000).containsEntry(accounts.get(999), 0L);
    assertThat(totals.direct())
        .containsOnlyKeys(accounts.stream().map(ledger.shards()::of).toList());
  }

  @Test
  default void booksTellOfTheShardsAskedAlone() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 1));
    assertThat(ledger.books(List.of(new Shard(0))))
        .containsExactly(new ShardBooks(new Shard(0), 0, 0, 0, 0, List.of()));
    assertThat(ledger.books(List.of())).isEmpty();
    assertThat(Ledgers.books(ledger).applied(STAGING)).isEqualTo(author.applied(1));
    assertThat(Ledgers.books(ledger).applied(DIRECT)).isEqualTo(Applied.NONE);
  }

  @Test
  default void aLedgerThatIsAwayIsUnavailableAndNotEmpty() {
    var away = ledgerAway();
    var writer = new Sample(5).writer();
    var author = Author.of(new Sample(6), new Sample(7).ids(3), 2);
    var counted = new Counted(SHARD, writer, 1, 0);
    Away.assertUnavailable(
        List.of(
            () -> away.register(writer, STAGING, List.of(SHARD)),
            () -> away.heartbeat(List.of(counted)),
            () -> away.applied(SHARD),
            () -> away.apply(SHARD, author.sealed(1, 1)),
            () -> away.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of()),
            () -> away.quarantine(SHARD, List.of(author.sealed(1, 1)), Verdict.GAP),
            () -> away.retire(counted, STAGING, Mark.START, author.writer()),
            () -> away.remove(SHARD, writer, Mark.START, Duration.ZERO),
            () -> away.totals(List.of(new Sample(8).id())),
            () -> away.books(List.of(SHARD))));
  }
}
