package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.apikey.ApiKey;
import io.opentelemetry.api.metrics.Meter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Resolves a bearer token to its caller. */
final class CallerResolver {
  private final TokenVerifier reader;
  private final ApiKeyVerifier keys;
  private final CallerCache known;
  private final RevocationCache endings;

  CallerResolver(
      TokenVerifier reader,
      ApiKeyVerifier keys,
      Revocations withdrawals,
      InstantSource clock,
      Meter meter) {
    this.reader = reader;
    this.keys = keys;
    this.known = new CallerCache(clock, meter);
    this.endings = new RevocationCache(withdrawals);
  }

  /** Returns the caller; null if the token is invalid, expired or revoked. */
  @Nullable AuthenticatedCaller find(String token) {
    var fingerprint = TokenFingerprint.of(token);
    var found = known.find(fingerprint);
    var isTrusted = found != null && reader.trusts(found);
    var caller = isTrusted ? found : verified(token, fingerprint);
    if (caller instanceof AuthenticatedCaller.Serving serving) {
      keys.used(serving);
    }
    return caller;
  }

  /** Removes callers whose tokens were revoked since the last call. */
  void refresh() {
    reader.refresh();
    var isNew = endings.refresh();
    known.removeIf(isNew ? endings::include : caller -> false);
  }

  /**
   * Verifies the token. The caller is cached before its revocation is checked, so that a concurrent
   * refresh cannot miss the caller.
   */
  private @Nullable AuthenticatedCaller verified(String token, TokenFingerprint fingerprint) {
    var caller = token.startsWith(ApiKey.SECRET_PREFIX) ? keys.read(token) : reader.read(token);
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
}
