package io.clientele.http.identity.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.ExternalCaller;
import io.clientele.http.security.oidc.ExternalTokenVerifier;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a JWT. The algorithm must be the configured one. The key is looked up by its id among
 * the configured keys. A token that carries a key, or the address of a key, is refused.
 */
public final class TokenVerifier {
  private static final int LENGTH_MAX = 8192;

  private final Map<String, JWSVerifier> verifiers = new HashMap<>();
  private final ExternalTokenVerifier outside;
  private final AccessPolicy policy;
  private final InstantSource clock;

  /**
   * Accepts the tokens that the configuration names.
   *
   * @param naming the HMAC key of the names of outside callers
   * @param policy the permissions of the roles that tokens name
   */
  public TokenVerifier(
      AuthenticationConfig config, SecretKey naming, AccessPolicy policy, InstantSource clock) {
    this(
        config.keys(),
        new ExternalTokenVerifier(config.issuers(), config.refused(), naming, policy),
        policy,
        clock);
  }

  TokenVerifier(
      TokenKeys keys, ExternalTokenVerifier outside, AccessPolicy policy, InstantSource clock) {
    this.outside = outside;
    this.policy = policy;
    this.clock = clock;
    try {
      for (var key : keys.all()) {
        verifiers.put(key.getKeyID(), new ECDSAVerifier(key));
      }
    } catch (JOSEException parsedBefore) {
      throw new IllegalStateException(parsedBefore);
    }
  }

  /** Returns the caller that the token stands for; null if it is invalid. */
  @Nullable AuthenticatedCaller read(String token) {
    if (token.length() > LENGTH_MAX || !isCanonical(token)) {
      return null;
    }
    try {
      var jwt = SignedJWT.parse(token);
      var claims = jwt.getJWTClaimsSet();
      if (claims == null || bringsKeys(jwt.getHeader())) {
        return null;
      }
      return JwtTokens.ISSUER.equals(claims.getIssuer()) ? own(jwt, claims) : outside(jwt, claims);
    } catch (ParseException | JOSEException | InvalidValue | IllegalArgumentException malformed) {
      return null;
    }
  }

  /** Begins to fetch keys of outside issuers that are too old. Waits for nothing. */
  void refresh() {
    outside.refresh();
  }

  /** Judges an outside caller again, as {@link ExternalTokenVerifier#again} does. */
  @Nullable ExternalCaller again(ExternalCaller before) {
    return outside.again(before, clock.instant());
  }

  /** Whether the key that verified this caller's token is still one of its issuer's. */
  boolean trusts(AuthenticatedCaller caller) {
    return !(caller instanceof AuthenticatedCaller.Outside one) || outside.trusts(one.verified());
  }

  /**
   * Whether each part is base64url as RFC 7515, section 2, writes it: without padding, other
   * characters and unused bits that are set. A decoder that ignores those accepts many spellings of
   * one token.
   */
  private static boolean isCanonical(String token) {
    for (var part : token.split("\\.", -1)) {
      if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable AuthenticatedCaller outside(SignedJWT jwt, JWTClaimsSet claims)
      throws ParseException, JOSEException {
    var verified = outside.read(jwt, claims, clock.instant());
    return verified == null ? null : new AuthenticatedCaller.Outside(verified);
  }

  private @Nullable AuthenticatedCaller own(SignedJWT jwt, JWTClaimsSet claims)
      throws ParseException, JOSEException {
    var header = jwt.getHeader();
    var verifier = header.getKeyID() == null ? null : verifiers.get(header.getKeyID());
    var isOurs =
        verifier != null
            && JwtTokens.ALGORITHM.equals(header.getAlgorithm())
            && JwtTokens.TYPE.equals(header.getType())
            && jwt.verify(verifier)
            && claims.getAudience().equals(List.of(JwtTokens.AUDIENCE))
            && isInTime(claims, clock.instant());
    if (!isOurs) {
      return null;
    }
    var operator = OperatorId.parse(told(claims.getSubject()));
    return new AuthenticatedCaller.Operating(
        policy.actor(operator.subject(), roles(claims), null),
        operator,
        told(claims.getLongClaim(JwtTokens.GENERATION)),
        SessionId.parse(told(claims.getStringClaim(JwtTokens.SESSION))),
        Boolean.TRUE.equals(claims.getBooleanClaim(JwtTokens.PASSWORD_CHANGE_REQUIRED)),
        claims.getExpirationTime().toInstant());
  }

  /** Whether the token is valid now. A token without an expiry or issued in the future is not. */
  private static boolean isInTime(JWTClaimsSet claims, Instant now) {
    var expiresAt = claims.getExpirationTime();
    var notBefore = claims.getNotBeforeTime();
    return expiresAt != null
        && now.isBefore(expiresAt.toInstant())
        && (notBefore == null || !now.isBefore(notBefore.toInstant()));
  }

  /** Returns the known roles among the claimed ones. */
  private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
    var roles = EnumSet.noneOf(Role.class);
    var told = claims.getStringListClaim(JwtTokens.ROLES);
    for (var name : told == null ? List.<String>of() : told) {
      for (var role : Role.values()) {
        if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  private static <T> T told(@Nullable T claim) throws ParseException {
    if (claim == null) {
      throw new ParseException("a claim is missing", 0);
    }
    return claim;
  }

  private static boolean bringsKeys(JWSHeader header) {
    return header.getJWK() != null
        || header.getJWKURL() != null
        || header.getX509CertURL() != null
        || header.getX509CertChain() != null
        || header.getCriticalParams() != null;
  }
}
