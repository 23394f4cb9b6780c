package io.clientele.http.identity.authentication;

import io.clientele.http.security.JwtTokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose tokens were verified, by the tokens' fingerprints: verifying costs more than the
 * rest of a read. Bounded; where it is full, whoever is found first makes room.
 */
final class CallerCache {
  static final int MAX = 10_000;

  private static final Attributes HIT = result("hit");
  private static final Attributes MISS = result("miss");

  private final ConcurrentHashMap<TokenFingerprint, Known> known = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final LongCounter lookups;

  /**
   * A caller whose token was verified. Another look is due at a time of the clock, which is when
   * the token ends, and at the latest after a span that no step of the clock makes longer.
   */
  private record Known(
      AuthenticatedCaller caller, long untilMillis, long sinceNanos, long spanNanos) {
    boolean isDue(long nowMillis, long nowNanos) {
      return nowMillis >= untilMillis || nowNanos - sinceNanos >= spanNanos;
    }
  }

  CallerCache(InstantSource clock, Meter meter) {
    this(clock, System::nanoTime, meter);
  }

  CallerCache(InstantSource clock, LongSupplier nanoTime, Meter meter) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lookups =
        meter
            .counterBuilder("clientele.cache.lookups")
            .setDescription("Look-ups of caches, by what they found")
            .build();
    lookups.add(0, HIT);
    lookups.add(0, MISS);
  }

  /** Null if nobody is known by it, or not any more. */
  @Nullable AuthenticatedCaller find(TokenFingerprint fingerprint) {
    var found = known.get(fingerprint);
    var isGood = found != null && !found.isDue(clock.millis(), nanoTime.getAsLong());
    lookups.add(1, isGood ? HIT : MISS);
    return found != null && isGood ? found.caller() : null;
  }

  void add(TokenFingerprint fingerprint, AuthenticatedCaller caller) {
    var now = clock.instant();
    var until = now.plus(JwtTokens.LIFETIME);
    var end = caller.expiresAt().isBefore(until) ? caller.expiresAt() : until;
    if (known.mappingCount() >= MAX) {
      var first = known.keySet().iterator();
      if (first.hasNext()) {
        known.remove(first.next());
      }
    }
    known.put(
        fingerprint,
        new Known(
            caller,
            end.toEpochMilli(),
            nanoTime.getAsLong(),
            Duration.between(now, end).toNanos()));
  }

  void remove(TokenFingerprint fingerprint) {
    known.remove(fingerprint);
  }

  /** Removes these, and whoever is over. */
  void removeIf(Predicate<AuthenticatedCaller> ended) {
    var now = clock.millis();
    var nanos = nanoTime.getAsLong();
    known.values().removeIf(one -> one.isDue(now, nanos) || ended.test(one.caller()));
  }

  private static Attributes result(String result) {
    return Attributes.of(
        AttributeKey.stringKey("cache"), "callers", AttributeKey.stringKey("result"), result);
  }

  long size() {
    return known.mappingCount();
  }
}
