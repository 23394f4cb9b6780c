package io.clientele.testkit.views.counter;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A total has every view once, durable or not. Implement it in the test of your own {@link
 * ViewTotals}; each test begins with one call of {@link #totals}.
 */
public interface ViewTotalsContract {
  /** The totals of a counter that has counted nothing. */
  ViewTotals totals();

  /** Totals whose durable part cannot be read. A call must end within seconds. */
  ViewTotals totalsAway();

  /** Counts views in the counter of this test. They are visible in totals when it returns. */
  void count(UUID subject, int views);

  /** Makes all counted views durable. A counter without a durable part does nothing. */
  void persist();

  @Test
  default void eachSubjectHasItsTotalAndOneWithoutViewsHasZero() {
    var totals = totals();
    var subjects = new ViewsSample(72).subjects(3);
    count(subjects.get(0), 2);
    count(subjects.get(1), 1);
    var live = totals.live(subjects);
    assertThat(live.keySet()).containsExactlyInAnyOrderElementsOf(subjects);
    assertThat(subjects).extracting(subject -> total(totals, subject)).containsExactly(2L, 1L, 0L);
    assertThat(live).allSatisfy((subject, total) -> assertThat(total.subject()).isEqualTo(subject));
  }

  @Test
  default void onlyTheGivenSubjectsAreInTheResult() {
    var totals = totals();
    var subjects = new ViewsSample(72).subjects(2);
    subjects.forEach(subject -> count(subject, 1));
    assertThat(totals.live(subjects.subList(0, 1))).containsOnlyKeys(subjects.get(0));
    assertThat(totals.live(List.of())).isEmpty();
  }

  @Test
  default void aTotalIsThePersistedAndThePendingViews() {
    var totals = totals();
    var subject = new ViewsSample(72).subject();
    count(subject, 3);
    persist();
    count(subject, 2);
    var live = read(totals, subject);
    assertThat(live.isDegraded()).isFalse();
    assertThat(live.total()).isEqualTo(5);
    assertThat(live.persisted() + Objects.requireNonNull(live.pending())).isEqualTo(5);
  }

  @Test
  default void persistingChangesNoTotal() {
    var totals = totals();
    var subject = new ViewsSample(72).subject();
    count(subject, 3);
    assertThat(total(totals, subject)).isEqualTo(3);
    persist();
    assertThat(total(totals, subject)).isEqualTo(3);
  }

  @Test
  default void aTotalNeverFallsWhileViewsAreCountedAndPersisted() {
    var totals = totals();
    var subject = new ViewsSample(72).subject();
    together(
        2,
        thread -> {
          for (var i = 0; i < 50; i++) {
            if (thread == 0) {
              count(subject, 1);
              persist();
            } else {
              assertRising(totals, subject);
            }
          }
          return thread;
        });
    assertThat(total(totals, subject)).isEqualTo(50);
  }

  @Test
  default void totalsThatAreAwayAreUnavailableAndNotZero() {
    var away = totalsAway();
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.live(new ViewsSample(72).subjects(2))));
  }

  /** Degraded totals may be lower than earlier ones. */
  private static void assertRising(ViewTotals totals, UUID subject) {
    var earlier = read(totals, subject);
    var later = read(totals, subject);
    if (!earlier.isDegraded() && !later.isDegraded()) {
      assertThat(later.total()).isGreaterThanOrEqualTo(earlier.total());
    }
  }

  private static long total(ViewTotals totals, UUID subject) {
    return read(totals, subject).total();
  }

  private static LiveTotal read(ViewTotals totals, UUID subject) {
    return Objects.requireNonNull(totals.live(List.of(subject)).get(subject), "no total");
  }
}
