package io.clientele.http.security.oidc;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An outside issuer whose tokens are accepted.
 *
 * @param issuer as its tokens spell it, letter for letter
 * @param audience that its tokens must name
 * @param roles that its tokens may give; other roles in a token are ignored
 * @param maxAge of a token, from {@code iat}
 */
public record OidcIssuer(String issuer, String audience, Set<Role> roles, Duration maxAge) {
  /** Every role but {@code admin}, which a setting must name. */
  public static final Set<Role> DEFAULT_ROLES = Set.of(Role.OPERATOR, Role.AUDITOR, Role.CUSTOMER);

  /** The maximum age where the setting names none. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofHours(24);

  private static final Duration MAX_AGE_MAX = Duration.ofDays(366);
  private static final int PARTS_MAX = 4;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String SHAPE =
      "must be https://issuer|audience, with |roles and |max-age if wanted, separated by"
          + " comma";
  private static final String ROLES =
      "must name roles such as operator+auditor, of admin, operator, auditor and customer";
  private static final String AGE = "must name a maximum age from PT1S to P366D, such as PT24H";

  public OidcIssuer {
    roles = Set.copyOf(roles);
    if (audience.isEmpty() || !isTrustworthy(issuer)) {
      throw invalid(SHAPE);
    }
    if (maxAge.toSeconds() < 1 || maxAge.compareTo(MAX_AGE_MAX) > 0) {
      throw invalid(AGE);
    }
  }

  /** Reads {@code issuer|audience[|roles[|max-age]]}. */
  public static OidcIssuer parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length < 2 || parts.length > PARTS_MAX) {
      throw invalid(SHAPE);
    }
    return new OidcIssuer(
        parts[0].strip(),
        parts[1].strip(),
        parts.length > 2 ? roles(parts[2].strip()) : DEFAULT_ROLES,
        parts.length > 3 ? maxAge(parts[3].strip()) : DEFAULT_MAX_AGE);
  }

  /** Address of its metadata (OpenID Connect Discovery 1.0, section 4). */
  URI discovery() {
    return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /** Whether the address uses TLS, or stays on this machine. */
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
    var names =
        new TreeSet<>(roles).stream().map(OidcIssuer::written).collect(Collectors.joining("+"));
    return String.join("|", issuer, audience, names, maxAge.toString());
  }

  private static Set<Role> roles(String text) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : text.split("\\+", -1)) {
      var before = roles.size();
      for (var role : Role.values()) {
        if (written(role).equals(name.strip())) {
          roles.add(role);
        }
      }
      if (roles.size() == before) {
        throw invalid(ROLES);
      }
    }
    return roles;
  }

  private static Duration maxAge(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException malformed) {
      throw invalid(AGE);
    }
  }

  private static String written(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static InvalidValue invalid(String rule) {
    return new InvalidValue("oidcIssuers", rule);
  }
}
