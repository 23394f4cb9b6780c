package io.clientele.http.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clientele.domain.identity.Actor;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tokens of outside issuers, with the claims that ours have. */
final class OutsideTokens {
  /** Signatures by a private key alone: with a shared secret everyone who verifies could sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

  private static final Set<JOSEObjectType> TYPES = Set.of(JwtTokens.TYPE, JOSEObjectType.JWT);

  /** Clocks of others are not ours. */
  private static final long LEEWAY_SECONDS = 30;

  private final Map<String, IssuerKeys> issuers = new HashMap<>();

  OutsideTokens(List<OidcIssuer> configured) {
    this(configured, System::nanoTime);
  }

  /** By another clock. */
  OutsideTokens(List<OidcIssuer> configured, LongSupplier nanos) {
    for (var issuer : configured) {
      issuers.put(issuer.issuer(), new IssuerKeys(issuer, ALGORITHMS, nanos));
    }
  }

  /** Null if the token is not good. */
  @Nullable Caller read(SignedJWT jwt, JWTClaimsSet claims, Instant now)
      throws ParseException, JOSEException {
    var keys = issuers.get(String.valueOf(claims.getIssuer()));
    return keys != null
            && isPossible(jwt.getHeader())
            && claims.getAudience().contains(keys.issuer().audience())
            && TokenReader.isInTime(claims, now, LEEWAY_SECONDS)
            && isSigned(keys, jwt)
        ? caller(keys.issuer(), claims)
        : null;
  }

  private static boolean isPossible(JWSHeader header) {
    return header.getKeyID() != null
        && ALGORITHMS.contains(header.getAlgorithm())
        && header.getType() != null
        && TYPES.contains(header.getType());
  }

  private static boolean isSigned(IssuerKeys keys, SignedJWT jwt) throws JOSEException {
    var verifier = keys.find(jwt.getHeader().getKeyID());
    return verifier != null && jwt.verify(verifier);
  }

  private static Caller caller(OidcIssuer issuer, JWTClaimsSet claims) throws ParseException {
    var subject = TokenReader.told(claims.getSubject());
    var name = claims.getStringClaim("name");
    return new Caller.Outside(
        new Actor(
            "external:" + issuer.issuer() + "|" + subject,
            TokenReader.roles(claims),
            TokenReader.account(claims)),
        subject,
        name == null ? subject : name,
        claims.getExpirationTime().toInstant());
  }
}
