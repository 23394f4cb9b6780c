package io.clientele.http.identity.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.clientele.http.security.JwtTokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose tokens were verified, by the tokens' fingerprints: verifying costs more than the
 * rest of a read. Bounded: when full, the entry that is least likely to be used again is evicted,
 * which may be the newest. Thread-safe.
 */
final class CallerCache {
  static final int MAX = 10_000;

  private static final Attributes HIT = result("hit");
  private static final Attributes MISS = result("miss");

  private final Cache<TokenFingerprint, Known> known;
  private final InstantSource clock;
  private final LongCounter lookups;

  /**
   * A caller whose token was verified. The entry is due when the clock reaches the token's end, and
   * at the latest after a span that no step of the clock makes longer.
   */
  private record Known(AuthenticatedCaller caller, long untilMillis, Duration span) {
    boolean isDue(long nowMillis) {
      return nowMillis >= untilMillis;
    }
  }

  CallerCache(InstantSource clock, Meter meter) {
    this(clock, System::nanoTime, meter);
  }

  CallerCache(InstantSource clock, LongSupplier nanoTime, Meter meter) {
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfter(Expiry.<TokenFingerprint, Known>writing((token, entry) -> entry.span()))
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
    this.lookups =
        meter
            .counterBuilder("clientele.cache.lookups")
            .setDescription("Look-ups of caches by result")
            .build();
    lookups.add(0, HIT);
    lookups.add(0, MISS);
  }

  /** The caller of this token; null for a token that is not known or is over. */
  @Nullable AuthenticatedCaller find(TokenFingerprint fingerprint) {
    var found = known.getIfPresent(fingerprint);
    var isGood = found != null && !found.isDue(clock.millis());
    lookups.add(1, isGood ? HIT : MISS);
    return found != null && isGood ? found.caller() : null;
  }

  void add(TokenFingerprint fingerprint, AuthenticatedCaller caller) {
    var now = clock.instant();
    var until = now.plus(JwtTokens.LIFETIME);
    var end = caller.expiresAt().isBefore(until) ? caller.expiresAt() : until;
    known.put(fingerprint, new Known(caller, end.toEpochMilli(), Duration.between(now, end)));
  }

  void remove(TokenFingerprint fingerprint) {
    known.invalidate(fingerprint);
  }

  /** Removes the entries of these callers, and those that are over. */
  void removeIf(Predicate<AuthenticatedCaller> ended) {
    var now = clock.millis();
    known.asMap().values().removeIf(one -> one.isDue(now) || ended.test(one.caller()));
    known.cleanUp();
  }

  private static Attributes result(String result) {
    return Attributes.of(
        AttributeKey.stringKey("cache"), "callers", AttributeKey.stringKey("result"), result);
  }

  /** Number of entries, with those that are over and not yet removed. */
  long size() {
    return known.estimatedSize();
  }
}
