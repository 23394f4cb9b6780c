package io.clientele.testkit.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.MostViewed;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewHistory.After;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ViewHistory} must do. Implement it in the test of your own, as {@link
 * AccountsContract} shows; each test asks once for its history. Times are of this week, for nobody
 * keeps hours for ever.
 */
public interface ViewHistoryContract {
  /** A fresh history, of nothing. Where tests share a server: its tables emptied. */
  ViewHistory history();

  /** A history whose server cannot be reached. A call must end within seconds. */
  ViewHistory historyAway();

  /** The ledger of the same store as {@link #history}. */
  ViewLedger ledger();

  /** Opens an account of this id and {@link #nameOf} it, unless there is one. */
  void open(AccountId id);

  /** Removes the account's personal data for good; its views stay. */
  void erase(AccountId id);

  /** What the account of this id is called. */
  static String nameOf(AccountId id) {
    return "Client " + id.toString().substring(24);
  }

  @Test
  default void anAccountThatNobodyViewedHasAnEmptyBucketForEachHour() {
    var slices = history().series(new Sample(1).id(), hours(today(), 5));
    assertThat(slices)
        .containsExactlyElementsOf(
            List.of(slice(0, 0), slice(1, 0), slice(2, 0), slice(3, 0), slice(4, 0)));
  }

  @Test
  default void aViewIsInTheHourInWhichItsBatchWasSealed() {
    var history = history();
    var sample = new Sample(1);
    var id = sample.id();
    persist(id, today().minusNanos(1000), 1);
    persist(id, today(), 2);
    persist(id, today().plusSeconds(3599), 4);
    persist(id, today().plusSeconds(3600), 8);
    persist(sample.id(), today(), 100);
    assertThat(history.series(id, hours(today(), 2))).containsExactly(slice(0, 6), slice(1, 8));
    assertThat(history.series(id, hours(today().minusSeconds(3600), 1)))
        .containsExactly(slice(-1, 1));
  }

  @Test
  default void aDayIsTheSumOfItsHoursInUtc() {
    var history = history();
    var id = new Sample(1).id();
    persist(id, today().minusSeconds(1), 1);
    persist(id, today(), 2);
    persist(id, today().plus(23, ChronoUnit.HOURS), 4);
    persist(id, today().plus(24, ChronoUnit.HOURS), 8);
    var days =
        new ViewPeriod(
            Granularity.DAY, today().minus(2, ChronoUnit.DAYS), today().plus(1, ChronoUnit.DAYS));
    assertThat(history.series(id, days)).containsExactly(slice(-48, 0), slice(-24, 1), slice(0, 6));
  }

  @Test
  default void theDaysOfAllAccountsAreSummedErasedOnesIncluded() {
    var history = history();
    var ids = new Sample(1).ids(20);
    ids.forEach(id -> persist(id, today().plusSeconds(60), 3));
    persist(ids.get(0), today().minusSeconds(60), 5);
    erase(ids.get(0));
    var days =
        new ViewPeriod(
            Granularity.DAY, today().minus(2, ChronoUnit.DAYS), today().plus(1, ChronoUnit.DAYS));
    assertThat(history.daily(days)).containsExactly(slice(-48, 0), slice(-24, 5), slice(0, 60));
  }

  @Test
  default void theMostViewedComeFirstAndGreaterIdsSettleTies() {
    var history = history();
    var ids = new Sample(1).ids(4);
    persist(ids.get(0), today(), 5);
    persist(ids.get(1), today(), 7);
    persist(ids.get(2), today(), 5);
    persist(ids.get(3), today().minus(2, ChronoUnit.DAYS), 9);
    assertThat(history.top(null, null, 10))
        .containsExactly(
            viewed(ids.get(3), 9),
            viewed(ids.get(1), 7),
            viewed(ids.get(2), 5),
            viewed(ids.get(0), 5));
    assertThat(history.top(hours(today(), 1), null, 10))
        .containsExactly(viewed(ids.get(1), 7), viewed(ids.get(2), 5), viewed(ids.get(0), 5));
  }

  @Test
  default void theTopOfASpanAddsUpItsHoursAndNoOther() {
    var history = history();
    var ids = new Sample(1).ids(2);
    persist(ids.get(0), today().minusSeconds(1), 100);
    persist(ids.get(0), today(), 1);
    persist(ids.get(0), today().plusSeconds(3600), 2);
    persist(ids.get(0), today().plusSeconds(7200), 100);
    persist(ids.get(1), today().plusSeconds(3600), 2);
    assertThat(history.top(hours(today(), 2), null, 10))
        .containsExactly(viewed(ids.get(0), 3), viewed(ids.get(1), 2));
  }

  @Test
  default void thePagesOfTheTopLeaveNothingOutAndTellNothingTwice() {
    var history = history();
    var ids = new Sample(1).ids(9);
    for (var i = 0; i < ids.size(); i++) {
      persist(ids.get(i), today(), 1 + i / 3);
    }
    for (var within : new ViewPeriod[] {null, hours(today(), 1)}) {
      var all = history.top(within, null, 100);
      assertThat(all).hasSize(9);
      assertThat(pages(history, within, 2)).isEqualTo(all);
    }
  }

  @Test
  default void anErasedAccountIsLeftOutOfTheTopButKeepsItsSeries() {
    var history = history();
    var ids = new Sample(1).ids(2);
    persist(ids.get(0), today(), 9);
    persist(ids.get(1), today(), 1);
    erase(ids.get(0));
    assertThat(history.top(null, null, 10)).containsExactly(viewed(ids.get(1), 1));
    assertThat(history.top(hours(today(), 1), null, 1)).containsExactly(viewed(ids.get(1), 1));
    assertThat(history.series(ids.get(0), hours(today(), 1))).containsExactly(slice(0, 9));
  }

  @Test
  default void aHistoryThatIsAwayIsUnavailableAndNotEmpty() {
    var away = historyAway();
    var id = new Sample(1).id();
    var days = new ViewPeriod(Granularity.DAY, today(), today().plus(1, ChronoUnit.DAYS));
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.series(id, hours(today(), 1)),
            () -> away.daily(days),
            () -> away.top(null, null, 1),
            () -> away.top(days, null, 1)));
  }

  /** A day of which every hour is kept. */
  private static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
  }

  /** In a batch that was sealed then. */
  private void persist(AccountId id, Instant sealedAt, long views) {
    open(id);
    var shard = ledger().shards().of(id);
    var writer = new WriterId(UUID.randomUUID());
    ledger().register(writer, DeliveryPath.DIRECT, List.of(shard));
    var batch = new ViewBatch(writer, 1, new Offset(1, views), ViewCounts.of(Map.of(id, views)));
    assertThat(ledger().applyDirect(shard, batch, sealedAt, List.of()).verdict())
        .isEqualTo(ApplyVerdict.OK);
  }

  private static ViewPeriod hours(Instant from, int count) {
    return new ViewPeriod(Granularity.HOUR, from, from.plus(Duration.ofHours(count)));
  }

  private static DataPoint slice(int hour, long views) {
    return new DataPoint(today().plus(Duration.ofHours(hour)), views);
  }

  private static MostViewed viewed(AccountId id, long views) {
    return new MostViewed(id, nameOf(id), views);
  }

  private static List<MostViewed> pages(ViewHistory history, ViewPeriod within, int limit) {
    var all = new ArrayList<MostViewed>();
    for (var page = history.top(within, null, limit);
        !page.isEmpty();
        page = history.top(within, after(page), limit)) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
    }
    return all;
  }

  private static After after(List<MostViewed> page) {
    var last = page.get(page.size() - 1);
    return new After(last.views(), last.id());
  }
}
