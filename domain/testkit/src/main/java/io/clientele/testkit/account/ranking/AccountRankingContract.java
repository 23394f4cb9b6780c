package io.clientele.testkit.account.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.account.AccountRanking.After;
import io.clientele.domain.account.AccountRanking.Entry;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.DirectBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A ranking returns accounts in the order of their views, page by page. Implement this contract in
 * the test of your {@link AccountRanking}. Times are of this week, because stores keep hours for a
 * limited time.
 */
public interface AccountRankingContract {
  /** A ranking of a fresh, empty store that shows every applied view at once. */
  AccountRanking ranking();

  /** A ranking of an unreachable server. A call must end within seconds. */
  AccountRanking unreachableRanking();

  /** The ledger of the same store as {@link #ranking}. */
  ViewLedger ledger();

  /** Opens an account with this id and the name {@link #nameOf} it, unless it exists. */
  void open(AccountId id);

  /** Removes the account's personal data permanently; its views stay. */
  void erase(AccountId id);

  /** The name of the account with this id. */
  static String nameOf(AccountId id) {
    return "Client " + id.toString().substring(24);
  }

  @Test
  default void theMostViewedComeFirstAndEqualOnesByGreaterId() {
    var ranking = ranking();
    var ids = new ViewsSample(1).ids(4);
    persist(ids.get(0), today(), 5);
    persist(ids.get(1), today(), 7);
    persist(ids.get(2), today(), 5);
    persist(ids.get(3), today().minus(2, ChronoUnit.DAYS), 9);
    assertThat(ranking.top(null, null, 10))
        .containsExactly(
            viewed(ids.get(3), 9),
            viewed(ids.get(1), 7),
            viewed(ids.get(2), 5),
            viewed(ids.get(0), 5));
    assertThat(ranking.top(hours(today(), 1), null, 10))
        .containsExactly(viewed(ids.get(1), 7), viewed(ids.get(2), 5), viewed(ids.get(0), 5));
  }

  @Test
  default void theRankingOfAPeriodSumsItsHoursOnly() {
    var ranking = ranking();
    var ids = new ViewsSample(1).ids(2);
    persist(ids.get(0), today().minusSeconds(1), 100);
    persist(ids.get(0), today(), 1);
    persist(ids.get(0), today().plusSeconds(3600), 2);
    persist(ids.get(0), today().plusSeconds(7200), 100);
    persist(ids.get(1), today().plusSeconds(3600), 2);
    assertThat(ranking.top(hours(today(), 2), null, 10))
        .containsExactly(viewed(ids.get(0), 3), viewed(ids.get(1), 2));
  }

  @Test
  default void rankingPagesNeitherSkipNorRepeatAnAccount() {
    var ranking = ranking();
    var ids = new ViewsSample(1).ids(9);
    for (var i = 0; i < ids.size(); i++) {
      persist(ids.get(i), today(), 1 + i / 3);
    }
    for (var within : new ViewPeriod[] {null, hours(today(), 1)}) {
      var all = ranking.top(within, null, 100);
      assertThat(all).hasSize(9);
      assertThat(pages(ranking, within, 2)).isEqualTo(all);
    }
  }

  @Test
  default void anErasedAccountIsLeftOut() {
    var ranking = ranking();
    var ids = new ViewsSample(1).ids(2);
    persist(ids.get(0), today(), 9);
    persist(ids.get(1), today(), 1);
    erase(ids.get(0));
    assertThat(ranking.top(null, null, 10)).containsExactly(viewed(ids.get(1), 1));
    assertThat(ranking.top(hours(today(), 1), null, 1)).containsExactly(viewed(ids.get(1), 1));
  }

  @Test
  default void aSubjectThatIsNoAccountIsLeftOut() {
    var ranking = ranking();
    var sample = new ViewsSample(1);
    var account = sample.id();
    persist(account, today(), 1);
    DirectBatch.apply(ledger(), sample.subject(), today(), 9);
    assertThat(ranking.top(null, null, 10)).containsExactly(viewed(account, 1));
    assertThat(ranking.top(hours(today(), 1), null, 10)).containsExactly(viewed(account, 1));
  }

  @Test
  default void anUnreachableRankingIsUnavailableAndNotEmpty() {
    var away = unreachableRanking();
    var days = new ViewPeriod(Granularity.DAY, today(), today().plus(1, ChronoUnit.DAYS));
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.top(null, null, 1), () -> away.top(days, null, 1)));
  }

  /** A day of which every hour is kept. */
  private static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
  }

  /** Applies views in a batch that was sealed at this instant. */
  private void persist(AccountId id, Instant sealedAt, long views) {
    open(id);
    DirectBatch.apply(ledger(), id.value(), sealedAt, views);
  }

  private static ViewPeriod hours(Instant from, int count) {
    return new ViewPeriod(Granularity.HOUR, from, from.plus(Duration.ofHours(count)));
  }

  private static Entry viewed(AccountId id, long views) {
    return new Entry(id, nameOf(id), views);
  }

  private static List<Entry> pages(AccountRanking ranking, ViewPeriod within, int limit) {
    var all = new ArrayList<Entry>();
    for (var page = ranking.top(within, null, limit);
        !page.isEmpty();
        page = ranking.top(within, after(page), limit)) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
    }
    return all;
  }

  private static After after(List<Entry> page) {
    var last = page.get(page.size() - 1);
    return new After(last.views(), last.id());
  }
}
