package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
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
            "aKeyGetsThePermitsOfItsQuotaAndNoMore",
            inner -> (limit, key, count) -> granted(inner.take(limit, key, count))),
        of(
            "one budget for everyone",
            "keysAndLimitsHaveSeparateQuotas",
            inner -> (limit, key, count) -> inner.take(limit, "anyone", count)),
        of(
            "one budget for everything",
            "keysAndLimitsHaveSeparateQuotas",
            inner -> (limit, key, count) -> inner.take(RateLimiterContract.SIGN_INS, key, count)),
        of("a lock", "permitsRefillOneByOneAndARefusalDelaysNothing", BrokenRateLimiters::locking),
        of(
            "what was not used is kept for later",
            "afterTheWindowTheQuotaIsFullAndNoMore",
            BrokenRateLimiters::generous),
        of(
            "two are taken for one",
            "aLargeQuotaCanBeUsedUp",
            inner ->
                (limit, key, count) -> {
                  inner.take(limit, key, count);
                  return inner.take(limit, key, count);
                }),
        of(
            "permits stay taken that were taken before a refusal",
            "permitsAreTakenTogetherOrNotAtAll",
            inner -> (limit, key, count) -> oneByOne(inner, limit, key, count)),
        of(
            "a limit without a quota is granted",
            "aLimitWithoutAQuotaIsRefused",
            inner -> (limit, key, count) -> lenient(inner, limit, key, count)),
        of(
            "every call is granted",
            "concurrentThreadsGetExactlyTheQuota",
            inner -> (limit, key, count) -> granted(inner.take(limit, key, count))),
        of(
            "every second thread is let through",
            "concurrentThreadsGetExactlyTheQuota",
            inner -> {
              var turn = new AtomicInteger();
              return (limit, key, count) ->
                  turn.incrementAndGet() % 2 == 0
                      ? granted(inner.take(limit, key, count))
                      : inner.take(limit, key, count);
            }));
  }

  private static PortFault<InMemoryRateLimiter, RateLimiter> of(
      String fault, String redTest, Function<InMemoryRateLimiter, RateLimiter> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static RateLimiter.Permit lenient(
      RateLimiter inner, RateLimit limit, String key, int count) {
    try {
      return inner.take(limit, key, count);
    } catch (IllegalArgumentException hidden) {
      return new RateLimiter.Permit(true, 0, 0, 1, 1);
    }
  }

  private static RateLimiter.Permit oneByOne(
      RateLimiter inner, RateLimit limit, String key, int count) {
    var last = inner.take(limit, key);
    for (var i = 1; i < count && last.granted(); i++) {
      last = inner.take(limit, key);
    }
    return last;
  }

  private static RateLimiter.Permit granted(RateLimiter.Permit permit) {
    return new RateLimiter.Permit(true, 0, 0, permit.size(), permit.windowSeconds());
  }

  private static RateLimiter locking(RateLimiter inner) {
    var refused = new AtomicInteger();
    return (limit, key, count) -> {
      var permit = inner.take(limit, key, count);
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
    return (limit, key, count) -> {
      var permit = inner.take(limit, key, count);
      return permit.granted() || refused.getAndIncrement() == 0 ? granted(permit) : permit;
    };
  }
}
