package io.clientele.testkit;

import io.clientele.domain.identity.Permits;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Permits with one fault each. */
final class BrokenPermits {
  private BrokenPermits() {}

  static Stream<Breakage<InMemoryPermits, Permits>> all() {
    return Stream.of(
        of(
            "no limit",
            "aHolderGetsAsManyAsTheBudgetHasAndNoMore",
            inner -> (budget, holder) -> granted(inner.take(budget, holder))),
        of(
            "one budget for everyone",
            "holdersAndBudgetsAreApart",
            inner -> (budget, holder) -> inner.take(budget, "anyone")),
        of(
            "one budget for everything",
            "holdersAndBudgetsAreApart",
            inner -> (budget, holder) -> inner.take(Permits.Budget.SIGN_IN_NAME, holder)),
        of("a lock", "aPermitComesBackAtATimeAndWhoWasRefusedIsNotPutOff", BrokenPermits::locking),
        of(
            "what was not used is kept for later",
            "afterTheWindowTheBudgetIsWholeAndNeverMore",
            BrokenPermits::generous),
        of(
            "two are taken for one",
            "aLargeBudgetIsUsedUpToItsEnd",
            inner ->
                (budget, holder) -> {
                  inner.take(budget, holder);
                  return inner.take(budget, holder);
                }),
        of(
            "every second thread is let through",
            "threadsThatAskAtOnceGetWhatThereIs",
            inner -> {
              var turn = new AtomicInteger();
              return (budget, holder) ->
                  turn.incrementAndGet() % 2 == 0
                      ? granted(inner.take(budget, holder))
                      : inner.take(budget, holder);
            }));
  }

  private static Breakage<InMemoryPermits, Permits> of(
      String fault, String redTest, Function<InMemoryPermits, Permits> breaking) {
    return new Breakage<>(fault, redTest, breaking);
  }

  private static Permits.Permit granted(Permits.Permit permit) {
    return new Permits.Permit(true, 0, 0, permit.size(), permit.windowSeconds());
  }

  private static Permits locking(Permits inner) {
    var refused = new AtomicInteger();
    return (budget, holder) -> {
      var permit = inner.take(budget, holder);
      if (!permit.granted()) {
        refused.incrementAndGet();
      }
      return refused.get() > 20
          ? new Permits.Permit(false, 0, 60, permit.size(), permit.windowSeconds())
          : permit;
    };
  }

  private static Permits generous(Permits inner) {
    var refused = new AtomicInteger();
    return (budget, holder) -> {
      var permit = inner.take(budget, holder);
      return permit.granted() || refused.getAndIncrement() == 0 ? granted(permit) : permit;
    };
  }
}
