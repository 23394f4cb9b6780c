package io.clientele.http.identity;

import io.clientele.http.identity.oidc.OidcIssuer;
import io.clientele.http.identity.oidc.RefusedSubject;
import java.util.List;
import java.util.Set;

/**
 * Whose tokens are accepted.
 *
 * @param keys of our own tokens
 * @param issuers outside issuers whose tokens are accepted too
 * @param refused subjects of outside issuers whose tokens are refused
 */
public record AccessConfig(TokenKeys keys, List<OidcIssuer> issuers, Set<RefusedSubject> refused) {
  public AccessConfig {
    issuers = List.copyOf(issuers);
    refused = Set.copyOf(refused);
  }
}
