package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API key, by which a service authenticates. Immutable.
 *
 * @param prefix the beginning of the secret, by which people tell keys apart
 * @param expiresAt the instant from which the key is invalid; null if never
 * @param lastUsedAt to the minute; null if never
 */
public record ApiKey(
    ApiKeyId id,
    DisplayName name,
    ApiKeyScope scope,
    String prefix,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  /** The beginning of every secret, so that scanners find leaked ones. */
  public static final String SECRET_PREFIX = "ck_";

  private static final int PREFIX_LENGTH = SECRET_PREFIX.length() + 6;

  public ApiKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Issues a new key, which is not stored yet. */
  public static Change<ApiKey> issue(
      ApiKeyId id, ApiKeyTerms terms, Secret secret, Provenance act) {
    var prefix = secret.value().substring(0, PREFIX_LENGTH);
    var key =
        new ApiKey(id, terms.name(), terms.scope(), prefix, act.at(), terms.expiresAt(), null);
    var event = new ApiKeyEvent.Issued(id, terms.name(), terms.scope(), terms.expiresAt());
    return Change.of(key, event, act);
  }

  /** Returns the subject of the event of issuing this key. */
  public ChangeSubject toStore() {
    return ChangeSubject.of(scope.account(), id.subject()).at(1);
  }

  /** Whether the key has not expired. */
  public boolean isGoodAt(Instant at) {
    return expiresAt == null || at.isBefore(expiresAt);
  }
}
