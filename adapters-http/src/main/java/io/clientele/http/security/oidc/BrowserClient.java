package io.clientele.http.security.oidc;

import io.clientele.domain.kernel.InvalidValue;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The page of the store as a public client of an outside issuer, with which customers sign in by
 * the authorization code flow with PKCE.
 *
 * @param issuer as {@link OidcIssuer} spells it
 * @param audience of the tokens that the page asks for
 * @param clientId of the page at the issuer
 * @param scope that the page asks for, separated by spaces
 */
public record BrowserClient(String issuer, String audience, String clientId, String scope) {
  private static final int PARTS_MAX = 4;
  private static final String DEFAULT_SCOPE = "openid";
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");
  private static final String SHAPE =
      "must be https://issuer|audience|client-id, with |scope+scope if wanted, separated by comma";

  public BrowserClient {
    if (!OidcIssuer.isTrustworthy(issuer)
        || audience.isEmpty()
        || !CLIENT_ID.matcher(clientId).matches()
        || !SCOPE.matcher(scope).matches()) {
      throw new InvalidValue("browserClient", SHAPE);
    }
  }

  /** Reads {@code issuer|audience|client-id[|scope+scope]}. */
  public static BrowserClient parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length < 3 || parts.length > PARTS_MAX) {
      throw new InvalidValue("browserClient", SHAPE);
    }
    return new BrowserClient(
        parts[0].strip(),
        parts[1].strip(),
        parts[2].strip(),
        parts.length > 3 ? parts[3].strip().replace('+', ' ') : DEFAULT_SCOPE);
  }

  /** Whether the page signs in with this issuer. */
  public boolean isOf(OidcIssuer other) {
    return issuer.equals(other.issuer()) && audience.equals(other.audience());
  }

  /** Scheme, host and port of the issuer, which the page calls. */
  public String origin() {
    var uri = URI.create(issuer);
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  @Override
  public String toString() {
    var base = String.join("|", issuer, audience, clientId);
    return scope.equals(DEFAULT_SCOPE) ? base : base + "|" + scope.replace(' ', '+');
  }
}
