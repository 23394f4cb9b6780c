package io.clientele.testkit.views.ledger;

import static io.clientele.domain.views.ledger.DeliveryPath.DIRECT;
import static io.clientele.domain.views.ledger.DeliveryPath.STAGING;
import static io.clientele.testkit.views.ledger.LedgerAssertions.SHARD;
import static io.clientele.testkit.views.ledger.LedgerAssertions.apply;
import static io.clientele.testkit.views.ledger.LedgerAssertions.assertTotals;
import static io.clientele.testkit.views.ledger.LedgerAssertions.author;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Totals and snapshots answer for what is asked; a part of {@link ViewLedgerContract}. */
public interface LedgerTotalsContract extends LedgerUnderTest {
  @Test
  default void anEmptyLedgerHasEveryShardAndNoViews() {
    var ledger = ledger();
    assertThat(ledger.shards().count()).isGreaterThan(1);
    assertTotals(ledger, ViewCounts.NONE);
    var shards = ledger.shards().all();
    assertThat(ledger.snapshots(shards))
        .containsExactlyInAnyOrderElementsOf(
            shards.stream().map(shard -> new ShardSnapshot(shard, 0, 0, 0, 0, List.of())).toList());
    assertThat(ledger.applied(SHARD)).isEqualTo(AppliedOffsets.NONE);
  }

  @Test
  default void anUnviewedAccountHasNoViewsAndTheOffsetsOfItsShard() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    var stranger = new Sample(2).subjects(ledger.shards(), SHARD, 1).get(0);
    assertThat(ledger.totals(List.of(stranger)))
        .isEqualTo(
            new PersistedTotals(
                Map.of(stranger, 0L),
                Map.of(SHARD, author.applied(0)),
                Map.of(SHARD, AppliedOffsets.NONE)));
  }

  @Test
  default void totalsContainTheOffsetsOfBothPathsSeparately() {
    var ledger = ledger();
    var staged = author(ledger, 1, STAGING);
    var direct = author(ledger, 2, DIRECT);
    apply(ledger, staged.sealed(1, 2));
    ledger.applyDirect(SHARD, direct.batch(1), Sample.BEGINNING, List.of());
    var totals = ledger.totals(LedgerAssertions.accounts(ledger));
    assertThat(totals.staged()).isEqualTo(Map.of(SHARD, staged.applied(2)));
    assertThat(totals.direct()).isEqualTo(Map.of(SHARD, direct.applied(1)));
  }

  @Test
  default void totalsContainOnlyTheRequestedAccounts() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 8));
    var here = LedgerAssertions.accounts(ledger).get(0);
    var there = new Sample(3).subjects(ledger.shards(), new Shard(0), 1).get(0);
    var totals = ledger.totals(List.of(here, there, here));
    assertThat(totals.views()).isEqualTo(Map.of(here, author.counts(1, 8).of(here), there, 0L));
    assertThat(totals.staged()).containsOnlyKeys(SHARD, new Shard(0));
    assertThat(ledger.totals(List.of()))
        .isEqualTo(new PersistedTotals(Map.of(), Map.of(), Map.of()));
  }

  @Test
  default void totalsOfManyAccountsAreReadAtOnce() {
    var ledger = ledger();
    var accounts = new Sample(4).subjects(1_000);
    var totals = ledger.totals(accounts);
    assertThat(totals.views()).hasSize(1_000).containsEntry(accounts.get(999), 0L);
    assertThat(totals.direct())
        .containsOnlyKeys(accounts.stream().map(ledger.shards()::of).toList());
  }

  @Test
  default void snapshotsContainOnlyTheRequestedShards() {
    var ledger = ledger();
    var author = author(ledger, 1, STAGING);
    apply(ledger, author.sealed(1, 1));
    assertThat(ledger.snapshots(List.of(new Shard(0))))
        .containsExactly(new ShardSnapshot(new Shard(0), 0, 0, 0, 0, List.of()));
    assertThat(ledger.snapshots(List.of())).isEmpty();
    assertThat(LedgerAssertions.snapshot(ledger).applied(STAGING)).isEqualTo(author.applied(1));
    assertThat(LedgerAssertions.snapshot(ledger).applied(DIRECT)).isEqualTo(AppliedOffsets.NONE);
  }

  @Test
  default void anUnreachableLedgerIsUnavailableAndNotEmpty() {
    var away = unreachableLedger();
    var writer = new Sample(5).writer();
    var author = TestWriter.of(new Sample(6), new Sample(7).subjects(3), 2);
    var counted = new WriterCounts(SHARD, writer, 1, 0);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.register(writer, STAGING, List.of(SHARD)),
            () -> away.heartbeat(List.of(counted)),
            () -> away.applied(SHARD),
            () -> away.apply(SHARD, author.sealed(1, 1)),
            () -> away.applyDirect(SHARD, author.batch(1), Sample.BEGINNING, List.of()),
            () -> away.quarantine(SHARD, List.of(author.sealed(1, 1)), ApplyVerdict.GAP),
            () -> away.retire(counted, STAGING, Map.of(), author.writer()),
            () -> away.remove(SHARD, writer, Offset.START, Duration.ZERO),
            () -> away.totals(List.of(new Sample(8).subject())),
            () -> away.snapshots(List.of(SHARD))));
  }
}
