package io.clientele.testkit;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Census;
import io.clientele.domain.account.Census.Figures;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Censuses with one fault each. */
final class BrokenCensuses {
  private static final Figures NONE =
      new Figures(
          Map.of(Status.ACTIVE, 0L, Status.SUSPENDED, 0L, Status.CLOSED, 0L), 0, List.of(0L));

  private BrokenCensuses() {}

  static Stream<Breakage<Census, Census>> all() {
    return Stream.of(
        of(
            "empty days untold",
            "noAccountsAreCountedAsNone",
            answering(BrokenCensuses::withoutEmptyDays)),
        of(
            "closed ones untold",
            "anAccountIsCountedUnderTheStatusThatItHasNow",
            answering(BrokenCensuses::withoutClosed)),
        of(
            "tries counted",
            "whatStoredNothingIsNotCounted",
            answering(BrokenCensuses::withOneMore)),
        of(
            "a day too late",
            "anAccountIsOfTheUtcDayOnWhichItWasOpened",
            right -> (day, days, since) -> right.take(day.plus(1, ChronoUnit.DAYS), days, since)),
        of(
            "one too few",
            "openedSinceCountsFromThatInstantOnAndWhateverBecameOfThem",
            right -> (day, days, since) -> right.take(day, days, since.plusSeconds(1))),
        of(
            "the first answer for ever",
            "manyChangesAtOnceAreAllCounted",
            BrokenCensuses::forgetful),
        of(
            "down looks like none",
            "aCensusThatIsAwayIsUnavailableAndNotEmpty",
            BrokenCensuses::absent));
  }

  private static Breakage<Census, Census> of(
      String fault, String redTest, Function<Census, Census> breaking) {
    return new Breakage<>(fault, redTest, breaking);
  }

  private static Function<Census, Census> answering(UnaryOperator<Figures> answer) {
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

  private static Census forgetful(Census right) {
    var first = new AtomicReference<Figures>();
    return (day, days, since) -> {
      first.compareAndSet(null, right.take(day, days, since));
      return first.get();
    };
  }

  private static Census absent(Census right) {
    return (day, days, since) -> {
      try {
        return right.take(day, days, since);
      } catch (PortUnavailable e) {
        return NONE;
      }
    };
  }
}
