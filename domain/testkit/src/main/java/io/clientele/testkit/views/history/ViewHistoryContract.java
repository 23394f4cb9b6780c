package io.clientele.testkit.views.history;

import static io.clientele.domain.views.SubjectKind.ACCOUNT;
import static io.clientele.domain.views.SubjectKind.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.DirectBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Applied views are read by hour and by day. Implement this contract in the test of your {@link
 * ViewHistory}, as {@link AccountsContract} shows. Each test calls {@link #history} once. Times are
 * of this week, because stores keep hours for a limited time.
 */
public interface ViewHistoryContract {
  /** A fresh, empty history. If tests share a server, empty its tables. */
  ViewHistory history();

  /** A history of an unreachable server. A call must end within seconds. */
  ViewHistory unreachableHistory();

  /** The ledger of the same store as {@link #history}. */
  ViewLedger ledger();

  @Test
  default void aSubjectWithoutViewsHasAnEmptyBucketForEachHour() {
    var slices = history().series(new ViewsSample(1).subject(), hours(today(), 5));
    assertThat(slices)
        .containsExactlyElementsOf(
            List.of(slice(0, 0), slice(1, 0), slice(2, 0), slice(3, 0), slice(4, 0)));
  }

  @Test
  default void aViewBelongsToTheHourInWhichItsBatchWasSealed() {
    var history = history();
    var sample = new ViewsSample(1);
    var id = sample.subject();
    persist(id, today().minusNanos(1000), 1);
    persist(id, today(), 2);
    persist(id, today().plusSeconds(3599), 4);
    persist(id, today().plusSeconds(3600), 8);
    persist(sample.subject(), today(), 100);
    assertThat(history.series(id, hours(today(), 2))).containsExactly(slice(0, 6), slice(1, 8));
    assertThat(history.series(id, hours(today().minusSeconds(3600), 1)))
        .containsExactly(slice(-1, 1));
  }

  @Test
  default void aDayIsTheSumOfItsHoursInUtc() {
    var history = history();
    var id = new ViewsSample(1).subject();
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
  default void theDaysOfAllSubjectsAreSummed() {
    var history = history();
    var ids = new ViewsSample(1).subjects(20);
    ids.forEach(id -> persist(id, today().plusSeconds(60), 3));
    persist(ids.get(0), today().minusSeconds(60), 5);
    var days =
        new ViewPeriod(
            Granularity.DAY, today().minus(2, ChronoUnit.DAYS), today().plus(1, ChronoUnit.DAYS));
    assertThat(history.daily(ACCOUNT, days))
        .containsExactly(slice(-48, 0), slice(-24, 5), slice(0, 60));
  }

  @Test
  default void theDaysOfOneKindHaveNoViewsOfTheOther() {
    var history = history();
    var id = new ViewsSample(1).id().value();
    persist(id, today(), 3);
    persist(PRODUCT.subject(id), today(), 5);
    var days = new ViewPeriod(Granularity.DAY, today(), today().plus(1, ChronoUnit.DAYS));
    assertThat(history.daily(ACCOUNT, days)).containsExactly(slice(0, 3));
    assertThat(history.daily(PRODUCT, days)).containsExactly(slice(0, 5));
    assertThat(history.series(id, hours(today(), 1))).containsExactly(slice(0, 3));
  }

  @Test
  default void anUnreachableHistoryIsUnavailableAndNotEmpty() {
    var away = unreachableHistory();
    var id = new ViewsSample(1).subject();
    var days = new ViewPeriod(Granularity.DAY, today(), today().plus(1, ChronoUnit.DAYS));
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.series(id, hours(today(), 1)), () -> away.daily(ACCOUNT, days)));
  }

  /** A day of which every hour is kept. */
  private static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
  }

  /** Applies views in a batch that was sealed at this instant. */
  private void persist(UUID id, Instant sealedAt, long views) {
    DirectBatch.apply(ledger(), id, sealedAt, views);
  }

  private static ViewPeriod hours(Instant from, int count) {
    return new ViewPeriod(Granularity.HOUR, from, from.plus(Duration.ofHours(count)));
  }

  private static DataPoint slice(int hour, long views) {
    return new DataPoint(today().plus(Duration.ofHours(hour)), views);
  }
}
