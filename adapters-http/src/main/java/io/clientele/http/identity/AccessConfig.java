package io.clientele.http.identity;

import java.util.List;

/**
 * Whose tokens are believed.
 *
 * @param keys of our own tokens
 * @param issuers whose tokens are taken too
 */
public record AccessConfig(TokenKeys keys, List<OidcIssuer> issuers) {
  public AccessConfig {
    issuers = List.copyOf(issuers);
  }
}
