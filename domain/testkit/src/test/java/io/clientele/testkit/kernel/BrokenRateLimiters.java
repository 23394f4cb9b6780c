package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.RateLimiter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Permits with one fault each. */
final class BrokenRateLimiters {
  private BrokenRateLimiters() {}

  static Stream<PortFault<InMemoryRateLimiter, RateLimiter>> all() {
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
            inner -> (budget, holder) -> inner.take(RateLimiter.Budget.SIGN_IN_NAME, holder)),
        of(
            "a lock",
            "aPermitComesBackAtATimeAndWhoWasRefusedIsNotPutOff",
            BrokenRateLimiters::locking),
        of(
            "what was not used is kept for later",
            "afterTheWindowTheBudgetIsWholeAndNeverMore",
            BrokenRateLimiters::generous),
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

  private static PortFault<InMemoryRateLimiter, RateLimiter> of(
      String fault, String redTest, Function<InMemoryRateLimiter, RateLimiter> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static RateLimiter.Permit granted(RateLimiter.Permit permit) {
    return new RateLimiter.Permit(true, 0, 0, permit.size(), permit.windowSeconds());
  }

  private static RateLimiter locking(RateLimiter inner) {
    var refused = new AtomicInteger();
    return (budget, holder) -> {
      var permit = inner.take(budget, holder);
      if (!permit.granted()) {
        refused.incrementAndGet();
      }
      return refused.get() > 20
          ? new RateLimiter.Permit(false, 0, 60, permit.size(), permit.windowSeconds())
          : permit;
    };
  }

  private static RateLimiter generous(RateLimiter inner) {
    var refused = new AtomicInteger();
    return (budget, holder) -> {
      var permit = inner.take(budget, holder);
      return permit.granted() || refused.getAndIncrement() == 0 ? granted(permit) : permit;
    };
  }
}
