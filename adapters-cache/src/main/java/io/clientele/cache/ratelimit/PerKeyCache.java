package io.clientele.cache.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter.Budget;
import java.util.EnumMap;
import java.util.Map;

/**
 * The holders of each budget, as many as memory is given for. Past it those that seldom ask are
 * forgotten: a flood of new names does not push out who is known.
 */
final class PerKeyCache<T> {
  /** Of each budget; about 300 bytes each. */
  static final int MAX = 20_000;

  private final Map<Budget, Quota> limits;
  private final Map<Budget, Cache<String, T>> known = new EnumMap<>(Budget.class);
  private final Making<T> making;

  /** Makes what is kept of a holder. */
  interface Making<T> {
    T make(Budget budget, String holder, Quota limit, long nowNanos);
  }

  PerKeyCache(Map<Budget, Quota> limits, int max, Making<T> making) {
    this.limits = Map.copyOf(limits);
    this.making = making;
    for (var budget : limits.keySet()) {
      known.put(budget, Caffeine.newBuilder().maximumSize(max).executor(Runnable::run).build());
    }
  }

  T of(Budget budget, String holder, long nowNanos) {
    var holders = known.get(budget);
    var limit = limits.get(budget);
    if (holders == null || limit == null) {
      throw new IllegalArgumentException(budget + " has no limit");
    }
    var found = holders.getIfPresent(holder);
    return found != null
        ? found
        : holders.get(holder, name -> making.make(budget, name, limit, nowNanos));
  }

  /** How many are kept; asks for what is put off to be done first. */
  long size() {
    return known.values().stream().peek(Cache::cleanUp).mapToLong(Cache::estimatedSize).sum();
  }
}
