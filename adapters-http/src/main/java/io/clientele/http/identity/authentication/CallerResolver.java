package io.clientele.http.identity.authentication;

import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.kernel.Causation;
import io.opentelemetry.api.metrics.Meter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Tells whom a bearer token stands for. */
final class CallerResolver {
  private final TokenVerifier reader;
  private final ApiKeys keys;
  private final ApiKeyUsageRecorder uses;
  private final InstantSource clock;
  private final CallerCache known;
  private final RevocationCache endings;

  CallerResolver(
      TokenVerifier reader,
      ApiKeys keys,
      ApiKeyUsageRecorder uses,
      Revocations withdrawals,
      InstantSource clock,
      Meter meter) {
    this.reader = reader;
    this.keys = keys;
    this.uses = uses;
    this.clock = clock;
    this.known = new CallerCache(clock, meter);
    this.endings = new RevocationCache(withdrawals);
  }

  /** Null if the token is not good, or not any more. */
  @Nullable AuthenticatedCaller find(String token) {
    var fingerprint = TokenFingerprint.of(token);
    var found = known.find(fingerprint);
    var isTrusted = found != null && reader.trusts(found);
    var caller = isTrusted ? found : verified(token, fingerprint);
    if (caller instanceof AuthenticatedCaller.Serving serving) {
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
  private @Nullable AuthenticatedCaller verified(String token, TokenFingerprint fingerprint) {
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

  private @Nullable AuthenticatedCaller serving(String token) {
    var now = clock.instant();
    return keys.find(new Secret(token).hash())
        .filter(key -> key.isGoodAt(now))
        .map(key -> serving(key, now))
        .orElse(null);
  }

  private static AuthenticatedCaller serving(ApiKey key, Instant now) {
    var expiresAt = key.expiresAt();
    return new AuthenticatedCaller.Serving(
        key.actor(Causation.UNKNOWN),
        key.id(),
        key.name().value(),
        expiresAt == null ? now.plus(1, ChronoUnit.DAYS) : expiresAt);
  }
}
