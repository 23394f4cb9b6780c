package io.clientele.http.security.oidc;

import io.clientele.domain.kernel.InvalidValue;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of the store as a public client of an outside issuer, with which customers sign in by
 * the authorization code flow with PKCE.
 *
 * @param issuer as {@link OidcIssuer} spells it
 * @param audience of the tokens that the page asks for
 * @param clientId of the page at the issuer
 * @param scope that the page asks for, separated by spaces
 * @param origins of the issuer's endpoints that the page calls, beside the issuer's own
 */
public record BrowserClient(
    String issuer, String audience, String clientId, String scope, List<String> origins) {
  private static final int PARTS_MAX = 5;
  private static final String DEFAULT_SCOPE = "openid";
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");
  private static final String SHAPE =
      "must be https://issuer|audience|client-id, with |scope+scope and |https://origin+origin of"
          + " other endpoints if wanted, separated by comma";

  public BrowserClient {
    origins = List.copyOf(origins);
    if (!OidcIssuer.isTrustworthy(issuer)
        || !origins.stream().allMatch(BrowserClient::isOrigin)
        || audience.isEmpty()
        || !CLIENT_ID.matcher(clientId).matches()
        || !SCOPE.matcher(scope).matches()) {
      throw new InvalidValue("browserClient", SHAPE);
    }
  }

  /** Reads {@code issuer|audience|client-id[|scope+scope[|origin+origin]]}. */
  public static BrowserClient parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length < 3 || parts.length > PARTS_MAX) {
      throw new InvalidValue("browserClient", SHAPE);
    }
    return new BrowserClient(
        parts[0].strip(),
        parts[1].strip(),
        parts[2].strip(),
        parts.length > 3 ? parts[3].strip().replace('+', ' ') : DEFAULT_SCOPE,
        parts.length > 4 ? Arrays.asList(parts[4].strip().split("\\+", -1)) : List.of());
  }

  /** Whether the page signs in with this issuer. */
  public boolean isOf(OidcIssuer other) {
    return issuer.equals(other.issuer()) && audience.equals(other.audience());
  }

  /** Returns the origins that the page calls: that of the issuer, and those of other endpoints. */
  public Stream<String> called() {
    return Stream.concat(Stream.of(originOf(issuer)), origins.stream());
  }

  private static boolean isOrigin(String url) {
    return OidcIssuer.isTrustworthy(url) && url.equals(originOf(url));
  }

  /** Returns scheme, host and port. */
  private static String originOf(String url) {
    var uri = URI.create(url);
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  @Override
  public String toString() {
    var base = String.join("|", issuer, audience, clientId);
    if (origins.isEmpty()) {
      return scope.equals(DEFAULT_SCOPE) ? base : base + "|" + scope.replace(' ', '+');
    }
    return String.join("|", base, scope.replace(' ', '+'), String.join("+", origins));
  }
}
