package io.clientele.http.identity;

import io.clientele.application.identity.KeyUses;
import io.clientele.domain.Cause;
import io.clientele.domain.identity.ApiKey;
import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.Withdrawals;
import io.opentelemetry.api.metrics.Meter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Tells whom a bearer token stands for. */
final class Callers {
  private final TokenReader reader;
  private final ApiKeys keys;
  private final KeyUses uses;
  private final InstantSource clock;
  private final KnownCallers known;
  private final Endings endings;

  Callers(
      TokenReader reader,
      ApiKeys keys,
      KeyUses uses,
      Withdrawals withdrawals,
      InstantSource clock,
      Meter meter) {
    this.reader = reader;
    this.keys = keys;
    this.uses = uses;
    this.clock = clock;
    this.known = new KnownCallers(clock, meter);
    this.endings = new Endings(withdrawals);
  }

  /** Null if the token is not good, or not any more. */
  @Nullable Caller find(String token) {
    var fingerprint = Fingerprint.of(token);
    var found = known.find(fingerprint);
    var isTrusted = found != null && reader.trusts(found);
    var caller = isTrusted ? found : verified(token, fingerprint);
    if (caller instanceof Caller.Serving serving) {
      uses.used(serving.key());
    }
    return caller;
  }

  /** Lets nobody in any more who was shut out since. */
  void refresh() {
    reader.refresh();
    var isNew = endings.refresh();
    known.removeIf(isNew ? endings::include : caller -> false);
  }

  /**
   * Made known before it is looked up whether it has ended: a refresh between the two then sees
   * either the one or the other.
   */
  private @Nullable Caller verified(String token, Fingerprint fingerprint) {
    var caller = token.startsWith(ApiKey.SECRET_PREFIX) ? serving(token) : reader.read(token);
    if (caller == null) {
      known.remove(fingerprint);
      return null;
    }
    known.add(fingerprint, caller);
    if (endings.include(caller)) {
      known.remove(fingerprint);
      return null;
    }
    return caller;
  }

  private @Nullable Caller serving(String token) {
    var now = clock.instant();
    return keys.find(new Secret(token).hash())
        .filter(key -> key.isGoodAt(now))
        .map(key -> serving(key, now))
        .orElse(null);
  }

  private static Caller serving(ApiKey key, Instant now) {
    var expiresAt = key.expiresAt();
    return new Caller.Serving(
        key.actor(Cause.UNKNOWN),
        key.id(),
        key.name().value(),
        expiresAt == null ? now.plus(1, ChronoUnit.DAYS) : expiresAt);
  }
}
