package io.clientele.http.identity;

import io.clientele.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * An outside issuer whose tokens are taken.
 *
 * @param issuer as its tokens name it, letter for letter
 * @param audience that its tokens must be for
 */
public record OidcIssuer(String issuer, String audience) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public OidcIssuer {
    if (audience.isEmpty() || !isTrustworthy(issuer)) {
      throw new InvalidValue(
          "oidcIssuers", "must be https://issuer|audience, several separated by comma");
    }
  }

  /** Reads {@code issuer|audience}. */
  public static OidcIssuer parse(String text) {
    var bar = text.indexOf('|');
    return bar < 0
        ? new OidcIssuer(text.strip(), "")
        : new OidcIssuer(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
  }

  /** Where it tells of itself (OpenID Connect Discovery 1.0, section 4). */
  URI discovery() {
    return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /** Over TLS; what stays on the machine needs none. */
  static boolean isTrustworthy(String url) {
    try {
      var uri = new URI(url);
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && ("https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  @Override
  public String toString() {
    return issuer + "|" + audience;
  }
}
