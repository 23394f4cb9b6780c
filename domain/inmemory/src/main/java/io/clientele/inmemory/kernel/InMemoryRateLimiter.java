package io.clientele.inmemory.kernel;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Rate limits of one process, on a clock that the test advances. */
public final class InMemoryRateLimiter implements RateLimiter {
  private final Map<RateLimit, Quota> quotas;
  private final LongSupplier nanos;
  private final Map<Used, Long> wholeAt = new HashMap<>();

  private record Used(RateLimit limit, String key) {}

  /** Creates a limiter with a quota for each limit. */
  public InMemoryRateLimiter(Map<RateLimit, Quota> quotas, LongSupplier nanos) {
    this.quotas = Map.copyOf(quotas);
    this.nanos = nanos;
  }

  @Override
  public synchronized Permit take(RateLimit limit, String key, int count) {
    var quota = quotas.get(limit);
    if (quota == null) {
      throw new IllegalArgumentException(limit + " has no quota");
    }
    var used = new Used(limit, key);
    var now = nanos.getAsLong();
    var whole = wholeAt.getOrDefault(used, now);
    if (quota.left(whole, now) < count) {
      return quota.refused(quota.left(whole, now), quota.nanosTo(count, whole, now));
    }
    var next = quota.after(count, whole, now);
    wholeAt.put(used, next);
    return quota.granted(quota.left(next, now));
  }
}
