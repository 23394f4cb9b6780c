package io.clientele.http.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Reads access tokens of outside issuers, which have the claims that our own tokens have. */
public final class ExternalTokenVerifier {
  /** Signatures by a private key alone: with a shared secret everyone who verifies could sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

  /** Values of {@code typ} in lower case (RFC 9068, section 4; RFC 7515, section 4.1.9). */
  private static final Set<String> TYPES =
      Set.of("at+jwt", "application/at+jwt", "jwt", "application/jwt");

  private static final int SUBJECT_MAX = 255;
  private static final int NAME_MAX = 200;

  private final List<OidcIssuer> configured;
  private final Set<RefusedSubject> refused;
  private final SubjectPseudonyms pseudonyms;
  private final AccessPolicy policy;
  private final Map<String, IssuerKeySource> keys = new HashMap<>();

  /**
   * Accepts tokens of these issuers.
   *
   * @param refused subjects whose tokens are refused
   * @param naming the HMAC key of the names that the audit shows
   * @param policy the permissions of the roles that tokens name
   */
  public ExternalTokenVerifier(
      List<OidcIssuer> configured,
      Set<RefusedSubject> refused,
      SecretKey naming,
      AccessPolicy policy) {
    this(configured, refused, naming, policy, System::nanoTime);
  }

  /** Measures time by another clock. */
  public ExternalTokenVerifier(
      List<OidcIssuer> configured,
      Set<RefusedSubject> refused,
      SecretKey naming,
      AccessPolicy policy,
      LongSupplier nanoTime) {
    this.configured = List.copyOf(configured);
    this.refused = Set.copyOf(refused);
    this.pseudonyms = new SubjectPseudonyms(naming);
    this.policy = policy;
    for (var issuer : configured) {
      keys.computeIfAbsent(issuer.issuer(), _ -> new IssuerKeySource(issuer, nanoTime));
    }
  }

  /** Begins to fetch keys that are too old. To be called every few seconds; waits for nothing. */
  public void refresh() {
    keys.values().forEach(IssuerKeySource::refresh);
  }

  /** Whether the issuer still publishes the key that verified this caller's token. */
  public boolean trusts(ExternalCaller caller) {
    var issuer = keys.get(caller.key().issuer());
    return issuer != null && issuer.trusts(caller.key());
  }

  /**
   * Judges a caller again whose token was verified before. It keeps those of its roles that the
   * issuer may still grant. Null once the token has expired, or if issuer or subject are refused.
   */
  public @Nullable ExternalCaller again(ExternalCaller before, Instant now) {
    var issuer = before.key().issuer();
    var entries =
        configured.stream()
            .filter(entry -> entry.issuer().equals(issuer) && entry.front() == before.front())
            .toList();
    if (entries.isEmpty()
        || !now.isBefore(before.expiresAt())
        || refused.contains(new RefusedSubject(issuer, before.subject()))) {
      return null;
    }
    var actor = before.actor();
    var roles =
        actor.roles().stream()
            .filter(role -> entries.stream().anyMatch(entry -> entry.roles().contains(role)))
            .collect(Collectors.toSet());
    return before.with(policy.actor(actor.name(), roles, actor.ownAccount()));
  }

  /** Returns the caller that the token stands for; null if the token is not valid. */
  public @Nullable ExternalCaller read(SignedJWT jwt, JWTClaimsSet claims, Instant now)
      throws ParseException, JOSEException {
    var issuer = issuer(claims);
    if (issuer == null || !isPossible(jwt.getHeader())) {
      return null;
    }
    var json = jwt.getPayload().toJSONObject();
    var end = TokenValidity.end(json, issuer.maxAge(), now);
    var subject = json.get("sub") instanceof String text && isSubject(text) ? text : null;
    if (end == null
        || subject == null
        || refused.contains(new RefusedSubject(issuer.issuer(), subject))) {
      return null;
    }
    var actor = actor(issuer, subject, claims);
    var key = verified(jwt, issuer);
    return key == null
        ? null
        : new ExternalCaller(
            actor, subject, name(json.get("name"), subject), issuer.front(), end, key);
  }

  /** The one entry that the token's issuer and audience name. */
  private @Nullable OidcIssuer issuer(JWTClaimsSet claims) {
    var named =
        configured.stream()
            .filter(each -> each.issuer().equals(claims.getIssuer()))
            .filter(each -> claims.getAudience().contains(each.audience()))
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private static boolean isPossible(JWSHeader header) {
    return ALGORITHMS.contains(header.getAlgorithm())
        && header.getType() != null
        && TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT));
  }

  private @Nullable IssuerKey verified(SignedJWT jwt, OidcIssuer issuer) throws JOSEException {
    var published = Objects.requireNonNull(keys.get(issuer.issuer()), "made for each issuer");
    for (var key : published.find(jwt.getHeader())) {
      if (key.verifies(jwt)) {
        return key;
      }
    }
    return null;
  }

  private Actor actor(OidcIssuer issuer, String subject, JWTClaimsSet claims)
      throws ParseException {
    var account = claims.getStringClaim("account_id");
    return policy.actor(
        pseudonyms.of(issuer.issuer(), subject),
        roles(claims, issuer.roles()),
        account == null ? null : AccountId.parse(account));
  }

  /** Ignores roles that the issuer may not grant, or that do not exist. */
  private static Set<Role> roles(JWTClaimsSet claims, Set<Role> allowed) throws ParseException {
    var named = claims.getStringListClaim("roles");
    return named == null
        ? Set.of()
        : allowed.stream()
            .filter(role -> named.contains(role.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toSet());
  }

  private static boolean isSubject(String text) {
    return isSound("sub", text, SUBJECT_MAX);
  }

  /** The name is only shown to the caller, so an unusable one does not end the request. */
  private static String name(@Nullable Object claim, String subject) {
    return claim instanceof String text && isSound("name", text, NAME_MAX) ? text : subject;
  }

  /** Judges the text as it is: a subject is compared letter for letter. */
  private static boolean isSound(String field, String text, int max) {
    try {
      return TextRules.isVisible(TextRules.verbatim(field, text, 1, max))
          && text.codePointCount(0, text.length()) <= max;
    } catch (InvalidValue malformed) {
      return false;
    }
  }
}
