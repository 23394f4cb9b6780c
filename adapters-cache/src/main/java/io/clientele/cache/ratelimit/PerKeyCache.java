package io.clientele.cache.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.util.HashMap;
import java.util.Map;

/**
 * Caches one value for each key of each rate limit, up to a maximum. When full, the keys that are
 * used least are evicted, so a flood of new keys does not evict frequent ones.
 */
final class PerKeyCache<T> {
  /** The maximum number of keys of each limit; an entry takes about 300 bytes. */
  static final int MAX = 20_000;

  private final Map<RateLimit, Quota> quotas;
  private final Map<RateLimit, Cache<String, T>> caches = new HashMap<>();
  private final Loader<T> loader;

  /** Creates the value of a key. */
  interface Loader<T> {
    T load(RateLimit limit, String key, Quota quota, long nowNanos);
  }

  PerKeyCache(Map<RateLimit, Quota> quotas, int max, Loader<T> loader) {
    this.quotas = Map.copyOf(quotas);
    this.loader = loader;
    for (var limit : quotas.keySet()) {
      caches.put(limit, Caffeine.newBuilder().maximumSize(max).executor(Runnable::run).build());
    }
  }

  T of(RateLimit limit, String key, long nowNanos) {
    var entries = caches.get(limit);
    var quota = quotas.get(limit);
    if (entries == null || quota == null) {
      throw new IllegalArgumentException(limit + " has no quota");
    }
    var found = entries.getIfPresent(key);
    return found != null
        ? found
        : entries.get(key, name -> loader.load(limit, name, quota, nowNanos));
  }

  /** Returns the number of cached keys, after pending evictions are done. */
  long size() {
    return caches.values().stream().peek(Cache::cleanUp).mapToLong(Cache::estimatedSize).sum();
  }
}
