package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import java.util.Map;
import java.util.function.LongSupplier;

/** Permits of this process alone, for a service without Redis. */
public final class LocalRateLimiter implements RateLimiter {
  private final LongSupplier nanos;
  private final PerKeyCache<TokenBucket> holders;

  /** With a limit for each budget. */
  public LocalRateLimiter(Map<Budget, Quota> limits) {
    this(limits, System::nanoTime, PerKeyCache.MAX);
  }

  LocalRateLimiter(Map<Budget, Quota> limits, LongSupplier nanos, int holdersMax) {
    this.nanos = nanos;
    this.holders =
        new PerKeyCache<>(
            limits, holdersMax, (budget, holder, limit, now) -> new TokenBucket(limit, now));
  }

  @Override
  public Permit take(Budget budget, String holder) {
    var now = nanos.getAsLong();
    return holders.of(budget, holder, now).take(now);
  }

  /** How many holders are kept. */
  long holders() {
    return holders.size();
  }
}
