package io.clientele.http.identity.authentication;

import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import java.util.List;
import java.util.Set;

/**
 * The settings that decide which tokens are accepted.
 *
 * @param keys of our own tokens
 * @param issuers outside issuers whose tokens are accepted too
 * @param refused subjects of outside issuers whose tokens are refused
 */
public record AuthenticationConfig(
    TokenKeys keys, List<OidcIssuer> issuers, Set<RefusedSubject> refused) {
  public AuthenticationConfig {
    issuers = List.copyOf(issuers);
    refused = Set.copyOf(refused);
  }
}
