package io.clientele.http.security.oidc;

import io.clientele.domain.identity.Front;
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
 * @param front at which its tokens are accepted; the store believes the role customer only
 */
public record OidcIssuer(
    String issuer, String audience, Set<Role> roles, Duration maxAge, Front front) {
  /** Every role but {@code admin}, which a setting must name. */
  public static final Set<Role> DEFAULT_ROLES = Set.of(Role.OPERATOR, Role.AUDITOR, Role.CUSTOMER);

  /** The maximum age where the setting names none. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofHours(24);

  private static final Duration MAX_AGE_MAX = Duration.ofDays(366);
  private static final int PARTS_MAX = 5;
  private static final String STORE_AUDIENCE = "clientele-store";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String SHAPE =
      "must be https://issuer|audience, with |roles, |max-age and |front if wanted, separated by"
          + " comma";
  private static final String ROLES =
      "must name roles such as operator+auditor, of admin, operator, auditor and customer";
  private static final String FRONT =
      "must name the front operations or store; the store needs the role customer";
  private static final String AGE = "must name a maximum age from PT1S to P366D, such as PT24H";

  /** An issuer whose audience decides the front. */
  public OidcIssuer(String issuer, String audience, Set<Role> roles, Duration maxAge) {
    this(issuer, audience, roles, maxAge, frontOf(audience));
  }

  public OidcIssuer {
    roles = front == Front.STORE ? customer(roles) : Set.copyOf(roles);
    if (audience.isEmpty() || !isTrustworthy(issuer)) {
      throw invalid(SHAPE);
    }
    if (maxAge.toSeconds() < 1 || maxAge.compareTo(MAX_AGE_MAX) > 0) {
      throw invalid(AGE);
    }
  }

  /** Reads {@code issuer|audience[|roles[|max-age[|front]]]}. */
  public static OidcIssuer parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length < 2 || parts.length > PARTS_MAX) {
      throw invalid(SHAPE);
    }
    var audience = parts[1].strip();
    return new OidcIssuer(
        parts[0].strip(),
        audience,
        parts.length > 2 ? roles(parts[2].strip()) : DEFAULT_ROLES,
        parts.length > 3 ? maxAge(parts[3].strip()) : DEFAULT_MAX_AGE,
        parts.length > 4 ? front(parts[4].strip()) : frontOf(audience));
  }

  private static Front frontOf(String audience) {
    return audience.equals(STORE_AUDIENCE) ? Front.STORE : Front.OPERATIONS;
  }

  private static Front front(String text) {
    return switch (text) {
      case "operations" -> Front.OPERATIONS;
      case "store" -> Front.STORE;
      default -> throw invalid(FRONT);
    };
  }

  private static Set<Role> customer(Set<Role> roles) {
    if (!roles.contains(Role.CUSTOMER)) {
      throw invalid(FRONT);
    }
    return Set.of(Role.CUSTOMER);
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
    var written = String.join("|", issuer, audience, names, maxAge.toString());
    return front == frontOf(audience)
        ? written
        : written + "|" + front.name().toLowerCase(Locale.ROOT);
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
