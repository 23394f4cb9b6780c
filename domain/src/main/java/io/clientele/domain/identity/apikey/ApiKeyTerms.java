package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.DisplayName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when an API key is issued. Immutable.
 *
 * @param expiresAt the first instant at which the key is refused; null for a key that never expires
 */
public record ApiKeyTerms(DisplayName name, ApiKeyScope scope, @Nullable Instant expiresAt) {
  public ApiKeyTerms {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scope, "scope");
  }
}
