package io.clientele.http.identity.authentication;

import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Verifies API keys, and records their use. Safe for use by many threads. */
public final class ApiKeyVerifier {
  private final ApiKeys keys;
  private final ApiKeyUsageRecorder uses;
  private final AccessPolicy policy;
  private final InstantSource clock;

  /**
   * Accepts the keys of this store.
   *
   * @param policy the permissions of the roles that keys have
   */
  public ApiKeyVerifier(
      ApiKeys keys, ApiKeyUsageRecorder uses, AccessPolicy policy, InstantSource clock) {
    this.keys = keys;
    this.uses = uses;
    this.policy = policy;
    this.clock = clock;
  }

  /** Returns the caller that the key stands for; null for an unknown or expired key. */
  AuthenticatedCaller.@Nullable Serving read(String key) {
    var now = clock.instant();
    return keys.find(new Secret(key).hash())
        .filter(found -> found.isGoodAt(now))
        .map(found -> serving(found, now))
        .orElse(null);
  }

  /** Returns the caller that the key of this id stands for; null if it is revoked or expired. */
  AuthenticatedCaller.@Nullable Serving read(ApiKeyId id) {
    var now = clock.instant();
    return keys.find(id)
        .filter(found -> found.isGoodAt(now))
        .map(found -> serving(found, now))
        .orElse(null);
  }

  /** Records that the caller used its key. */
  void used(AuthenticatedCaller.Serving caller) {
    uses.used(caller.key());
  }

  private AuthenticatedCaller.Serving serving(ApiKey key, Instant now) {
    var expiresAt = key.expiresAt();
    return new AuthenticatedCaller.Serving(
        policy.actor(key.id().subject(), key.scope().roles(), key.scope().account()),
        key.id(),
        key.name().value(),
        key.scope().front(),
        expiresAt == null ? now.plus(1, ChronoUnit.DAYS) : expiresAt);
  }
}
