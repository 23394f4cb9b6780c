package io.clientele.http.product.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Responses of the catalogue, each for a second after it was read: what many look at is read from
 * the database about once a second. One reader reads a response anew before it is too old, while
 * others are still shown it. Readers who find it too old each read it, so no reader waits for
 * another. Bounded: when full, the least used response is evicted. Thread-safe.
 */
final class CatalogueCache<K> {
  /** The maximum size of all bodies, in bytes. */
  static final long MAX_BYTES = 8L << 20;

  /** How long a response is shown, from the time at which it began to be read. */
  static final Duration AGE_MAX = Duration.ofSeconds(1);

  /** The age at which the next reader reads a response anew. */
  static final Duration REFRESH_AGE = Duration.ofMillis(700);

  private final Cache<K, Entry> entries;
  private final LongSupplier nanoTime;

  private record Entry(CatalogueResponse response, long readAtNanos, AtomicBoolean isRefreshed) {
    boolean isShownAt(long now) {
      var age = now - readAtNanos;
      return age < REFRESH_AGE.toNanos()
          || age < AGE_MAX.toNanos() && !isRefreshed.compareAndSet(false, true);
    }
  }

  CatalogueCache(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .<K, Entry>weigher((key, entry) -> entry.response().weight())
            .executor(Runnable::run)
            .build();
  }

  /** Returns the response of this key, read anew if there is none that may be shown. */
  CatalogueResponse get(K key, Supplier<CatalogueResponse> reading) {
    var now = nanoTime.getAsLong();
    var found = entries.getIfPresent(key);
    if (found != null && found.isShownAt(now)) {
      return found.response();
    }
    var response = reading.get();
    entries.put(key, new Entry(response, now, new AtomicBoolean()));
    return response;
  }
}
