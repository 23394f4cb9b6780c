package io.clientele.cache.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of each key of each limit, as many as memory is given for. Past it those that seldom
 * ask are forgotten: a flood of new names does not push out who is known.
 */
final class PerKeyCache<T> {
  /** Of each limit; about 300 bytes each. */
  static final int MAX = 20_000;

  private final Map<RateLimit, Quota> quotas;
  private final Map<RateLimit, Cache<String, T>> known = new HashMap<>();
  private final Making<T> making;

  /** Makes what is kept of a key. */
  interface Making<T> {
    T make(RateLimit limit, String key, Quota quota, long nowNanos);
  }

  PerKeyCache(Map<RateLimit, Quota> quotas, int max, Making<T> making) {
    this.quotas = Map.copyOf(quotas);
    this.making = making;
    for (var limit : quotas.keySet()) {
      known.put(limit, Caffeine.newBuilder().maximumSize(max).executor(Runnable::run).build());
    }
  }

  T of(RateLimit limit, String key, long nowNanos) {
    var holders = known.get(limit);
    var quota = quotas.get(limit);
    if (holders == null || quota == null) {
      throw new IllegalArgumentException(limit + " has no quota");
    }
    var found = holders.getIfPresent(key);
    return found != null
        ? found
        : holders.get(key, name -> making.make(limit, name, quota, nowNanos));
  }

  /** How many are kept; asks for what is put off to be done first. */
  long size() {
    return known.values().stream().peek(Cache::cleanUp).mapToLong(Cache::estimatedSize).sum();
  }
}
