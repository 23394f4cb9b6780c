package io.clientele.http.identity;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose tokens were verified, by the tokens' fingerprints: verifying costs more than the
 * rest of a read. Bounded; where it is full, whoever is found first makes room.
 */
final class KnownCallers {
  static final int MAX = 10_000;

  private final ConcurrentHashMap<Fingerprint, Known> known = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /** Someone, and until when without another look. */
  private record Known(Caller caller, long untilMillis) {}

  KnownCallers(InstantSource clock) {
    this.clock = clock;
  }

  /** Null if nobody is known by it, or not any more. */
  @Nullable Caller find(Fingerprint fingerprint) {
    var found = known.get(fingerprint);
    return found != null && clock.millis() < found.untilMillis() ? found.caller() : null;
  }

  void add(Fingerprint fingerprint, Caller caller) {
    var until = clock.instant().plus(JwtTokens.LIFETIME);
    var end = caller.expiresAt().isBefore(until) ? caller.expiresAt() : until;
    if (known.mappingCount() >= MAX) {
      var first = known.keySet().iterator();
      if (first.hasNext()) {
        known.remove(first.next());
      }
    }
    known.put(fingerprint, new Known(caller, end.toEpochMilli()));
  }

  void remove(Fingerprint fingerprint) {
    known.remove(fingerprint);
  }

  /** Removes these, and whoever is over. */
  void removeIf(Predicate<Caller> ended) {
    var now = clock.millis();
    known.values().removeIf(one -> one.untilMillis() <= now || ended.test(one.caller()));
  }

  long size() {
    return known.mappingCount();
  }
}
