package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.add;
import static io.clientele.testkit.views.ledger.LedgerAssertions.applied;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static io.clientele.testkit.views.ledger.LedgerAssertions.offsets;
import static io.clientele.testkit.views.ledger.LedgerAssertions.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Totals and snapshots answer for what is asked; a part of {@link DirectLedgerContract}. */
public interface LedgerTotalsContract extends DirectLedgerUnderTest {
  @Test
  default void anEmptyLedgerHasEveryShardAndNoViews() {
    var ledger = ledger();
    assertThat(ledger.shards().count()).isGreaterThan(1);
    assertTotals(ledger, ViewCounts.NONE);
    var shards = ledger.shards().all();
    assertThat(ledger.snapshots(shards))
        .containsExactlyInAnyOrderElementsOf(
            shards.stream().map(shard -> new ShardSnapshot(shard, 0, 0, 0, 0, List.of())).toList());
    assertThat(applied(ledger)).isEqualTo(AppliedOffsets.NONE);
  }

  @Test
  default void anUnviewedAccountHasNoViewsAndTheOffsetsOfItsShard() {
    var ledger = ledger();
    var author = author(ledger, 1);
    var stranger = new ViewsSample(2).subjects(ledger.shards(), SHARD, 1).get(0);
    var totals = ledger.totals(List.of(stranger));
    assertThat(totals.views()).isEqualTo(Map.of(stranger, 0L));
    assertThat(offsets(ledger, totals)).isEqualTo(Map.of(SHARD, author.applied(0)));
    assertThat(totals.staged()).containsOnlyKeys(SHARD);
    assertThat(totals.direct()).containsOnlyKeys(SHARD);
  }

  @Test
  default void totalsContainOnlyTheRequestedAccounts() {
    var ledger = ledger();
    var author = author(ledger, 1);
    add(ledger, author, 1, 8);
    var here = LedgerAssertions.accounts(ledger).get(0);
    var there = new ViewsSample(3).subjects(ledger.shards(), new Shard(0), 1).get(0);
    var totals = ledger.totals(List.of(here, there, here));
    assertThat(totals.views()).isEqualTo(Map.of(here, author.counts(1, 8).of(here), there, 0L));
    assertThat(offsets(ledger, totals)).containsOnlyKeys(SHARD, new Shard(0));
    assertThat(ledger.totals(List.of()))
        .isEqualTo(new PersistedTotals(Map.of(), Map.of(), Map.of()));
  }

  @Test
  default void totalsOfManyAccountsAreReadAtOnce() {
    var ledger = ledger();
    var accounts = new ViewsSample(4).subjects(1_000);
    var totals = ledger.totals(accounts);
    assertThat(totals.views()).hasSize(1_000).containsEntry(accounts.get(999), 0L);
    assertThat(totals.direct())
        .containsOnlyKeys(accounts.stream().map(ledger.shards()::of).toList());
  }

  @Test
  default void snapshotsContainOnlyTheRequestedShards() {
    var ledger = ledger();
    var author = author(ledger, 1);
    add(ledger, author, 1, 1);
    assertThat(ledger.snapshots(List.of(new Shard(0))))
        .containsExactly(new ShardSnapshot(new Shard(0), 0, 0, 0, 0, List.of()));
    assertThat(ledger.snapshots(List.of())).isEmpty();
    assertThat(LedgerAssertions.snapshot(ledger).applied(path(ledger)))
        .isEqualTo(author.applied(1));
  }

  @Test
  default void anUnreachableLedgerIsUnavailableAndNotEmpty() {
    var away = unreachableLedger();
    var writer = new ViewsSample(5).writer();
    var author = TestWriter.of(new ViewsSample(6), new ViewsSample(7).subjects(3), 2);
    var counted = new WriterCounts(SHARD, writer, 1, 0);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.register(writer, DIRECT, List.of(SHARD)),
            () -> away.heartbeat(List.of(counted)),
            () -> away.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of()),
            () -> away.retire(counted, DIRECT, Map.of(), author.writer()),
            () -> away.remove(SHARD, writer, Offset.START, Duration.ZERO),
            () -> away.totals(List.of(new ViewsSample(8).subject())),
            () -> away.snapshots(List.of(SHARD))));
  }
}
