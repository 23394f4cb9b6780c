package io.clientele.testkit.account;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts agree with the stored accounts. Implement this contract in the test of your {@link
 * AccountCounts}, as {@link AccountsContract} shows. Each test calls {@link #counts} once.
 */
public interface AccountCountsContract {
  /** Fresh counts of an empty store. If tests share a server, empty its tables. */
  AccountCounts counts();

  /** Counts of an unreachable server. A call must end within seconds. */
  AccountCounts unreachableCounts();

  /** The accounts that {@link #counts} counts. */
  Accounts accounts();

  @Test
  default void anEmptyStoreCountsNothing() {
    var figures = counts().take(today(), 3, today());
    assertThat(figures)
        .isEqualTo(new AccountCounts.Figures(statuses(0, 0, 0), 0, List.of(0L, 0L, 0L)));
  }

  @Test
  default void anAccountIsCountedUnderTheStatusThatItHasNow() {
    var counts = counts();
    var sample = new AccountSample(1);
    for (var i = 0; i < 4; i++) {
      open(sample, sample.act());
    }
    var suspended = open(sample, sample.act());
    save(suspended.suspend(sample.act()));
    var back = open(sample, sample.act());
    save(save(back.suspend(sample.act())).reactivate(sample.act()));
    var closed = open(sample, sample.act());
    save(save(closed.suspend(sample.act())).close(sample.act()));
    save(open(sample, sample.act()).close(sample.act()));
    assertThat(counts.take(today(), 1, today()).accounts()).isEqualTo(statuses(5, 1, 2));
  }

  @Test
  default void aRefusedChangeIsNotCounted() {
    var counts = counts();
    var sample = new AccountSample(1);
    var account = open(sample, sample.act());
    var taken = sample.opening(account.profile());
    assertThat(accounts().save(taken)).isEqualTo(Saved.EMAIL_TAKEN);
    save(account.close(sample.act()));
    assertThat(accounts().save(account.suspend(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(counts.take(today(), 1, today()).accounts()).isEqualTo(statuses(0, 0, 1));
  }

  @Test
  default void anAccountCountsForTheUtcDayOfItsOpening() {
    var counts = counts();
    var sample = new AccountSample(1);
    for (var seconds : List.of(-86_401, -1, 0, 86_399, 86_400)) {
      open(sample, sample.act(today().plusSeconds(seconds)));
    }
    assertThat(counts.take(today().minus(1, ChronoUnit.DAYS), 3, today()).openedByDay())
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  default void openedSinceCountsFromThatInstantAndInEveryStatus() {
    var counts = counts();
    var sample = new AccountSample(1);
    var since = today().plusSeconds(600);
    open(sample, sample.act(since.minusNanos(1000)));
    save(open(sample, sample.act(since)).close(sample.act()));
    open(sample, sample.act(since.plusSeconds(1)));
    assertThat(counts.take(today(), 1, since).openedSince()).isEqualTo(2);
  }

  @Test
  default void manyChangesAtOnceAreAllCounted() {
    var counts = counts();
    var sample = new AccountSample(1);
    var openings = Stream.generate(sample::opening).limit(96).toList();
    var later = sample.act(today().plus(1, ChronoUnit.DAYS));
    together(
        8,
        thread -> {
          for (var i = 0; i < 12; i++) {
            var account = save(openings.get(thread * 12 + i));
            if (i % 3 > 0) {
              account = save(account.suspend(later));
            }
            if (i % 3 > 1) {
              save(account.close(later));
            }
            counts.take(today(), 1, today());
          }
          return thread;
        });
    var figures = counts.take(today(), 1, Sample.BEGINNING);
    assertThat(figures)
        .isEqualTo(new AccountCounts.Figures(statuses(32, 32, 32), 96, List.of(96L)));
  }

  @Test
  default void unreachableCountsAreUnavailableAndNotZero() {
    var away = unreachableCounts();
    UnavailabilityAssertions.assertUnavailable(List.of(() -> away.take(today(), 1, today())));
  }

  private Account open(AccountSample sample, Provenance act) {
    return save(Account.open(sample.id(), sample.profile(), act));
  }

  private Account save(Change<Account> change) {
    assertThat(accounts().save(change)).isEqualTo(Saved.STORED);
    return change.state().at(change.state().version() + 1);
  }

  private static Instant today() {
    return Sample.BEGINNING.truncatedTo(ChronoUnit.DAYS);
  }

  private static Map<Status, Long> statuses(long active, long suspended, long closed) {
    return Map.of(Status.ACTIVE, active, Status.SUSPENDED, suspended, Status.CLOSED, closed);
  }
}
