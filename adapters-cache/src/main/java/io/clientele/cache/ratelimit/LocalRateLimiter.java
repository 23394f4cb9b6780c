package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import java.util.Map;
import java.util.function.LongSupplier;

/** Rate limits of this process only, for a service without Redis. */
public final class LocalRateLimiter implements RateLimiter {
  private final LongSupplier nanos;
  private final PerKeyCache<TokenBucket> holders;

  /** With a quota for each limit. */
  public LocalRateLimiter(Map<RateLimit, Quota> quotas) {
    this(quotas, System::nanoTime, PerKeyCache.MAX);
  }

  LocalRateLimiter(Map<RateLimit, Quota> quotas, LongSupplier nanos, int holdersMax) {
    this.nanos = nanos;
    this.holders =
        new PerKeyCache<>(
            quotas, holdersMax, (limit, key, quota, now) -> new TokenBucket(quota, now));
  }

  @Override
  public Permit take(RateLimit limit, String key, int count) {
    var now = nanos.getAsLong();
    return holders.of(limit, key, now).take(now, count);
  }

  /** The number of keys in memory. */
  long holders() {
    return holders.size();
  }
}
