package io.clientele.testkit.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.AccountCounts.Figures;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.testkit.kernel.PortFault;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Censuses with one fault each. */
final class BrokenAccountCounts {
  private static final Figures NONE =
      new Figures(
          Map.of(Status.ACTIVE, 0L, Status.SUSPENDED, 0L, Status.CLOSED, 0L), 0, List.of(0L));

  private BrokenAccountCounts() {}

  static Stream<PortFault<AccountCounts, AccountCounts>> all() {
    return Stream.of(
        of(
            "empty days untold",
            "anEmptyStoreCountsNothing",
            answering(BrokenAccountCounts::withoutEmptyDays)),
        of(
            "closed ones untold",
            "anAccountIsCountedUnderTheStatusThatItHasNow",
            answering(BrokenAccountCounts::withoutClosed)),
        of(
            "tries counted",
            "aRefusedChangeIsNotCounted",
            answering(BrokenAccountCounts::withOneMore)),
        of(
            "a day too late",
            "anAccountCountsForTheUtcDayOfItsOpening",
            right -> (day, days, since) -> right.take(day.plus(1, ChronoUnit.DAYS), days, since)),
        of(
            "one too few",
            "openedSinceCountsFromThatInstantAndInEveryStatus",
            right -> (day, days, since) -> right.take(day, days, since.plusSeconds(1))),
        of(
            "the first answer, cached",
            "manyChangesAtOnceAreAllCounted",
            BrokenAccountCounts::forgetful),
        of(
            "down looks like none",
            "unreachableCountsAreUnavailableAndNotZero",
            BrokenAccountCounts::absent));
  }

  private static PortFault<AccountCounts, AccountCounts> of(
      String fault, String redTest, Function<AccountCounts, AccountCounts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static Function<AccountCounts, AccountCounts> answering(UnaryOperator<Figures> answer) {
    return right -> (day, days, since) -> answer.apply(right.take(day, days, since));
  }

  private static Figures withoutEmptyDays(Figures right) {
    return new Figures(
        right.accounts(),
        right.openedSince(),
        right.openedByDay().stream().filter(opened -> opened > 0).toList());
  }

  private static Figures withoutClosed(Figures right) {
    var accounts =
        Map.of(
            Status.ACTIVE, right.accounts().getOrDefault(Status.ACTIVE, 0L),
            Status.SUSPENDED, right.accounts().getOrDefault(Status.SUSPENDED, 0L),
            Status.CLOSED, 0L);
    return new Figures(accounts, right.openedSince(), right.openedByDay());
  }

  private static Figures withOneMore(Figures right) {
    var accounts =
        Map.of(
            Status.ACTIVE, right.accounts().getOrDefault(Status.ACTIVE, 0L) + 1,
            Status.SUSPENDED, right.accounts().getOrDefault(Status.SUSPENDED, 0L),
            Status.CLOSED, right.accounts().getOrDefault(Status.CLOSED, 0L));
    return new Figures(
        accounts, right.openedSince(), Collections.unmodifiableList(right.openedByDay()));
  }

  private static AccountCounts forgetful(AccountCounts right) {
    var first = new AtomicReference<Figures>();
    return (day, days, since) -> {
      first.compareAndSet(null, right.take(day, days, since));
      return first.get();
    };
  }

  private static AccountCounts absent(AccountCounts right) {
    return (day, days, since) -> {
      try {
        return right.take(day, days, since);
      } catch (PortUnavailable e) {
        return NONE;
      }
    };
  }
}
