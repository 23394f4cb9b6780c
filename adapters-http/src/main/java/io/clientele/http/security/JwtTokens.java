package io.clientele.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.AccessTokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** Access tokens as JWTs (RFC 9068), signed with ES256 and nothing else. */
public final class JwtTokens implements AccessTokenIssuer {
  /** The lifetime of a token. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  public static final String ISSUER = "clientele";
  public static final String AUDIENCE = "clientele";
  public static final String ROLES = "roles";
  public static final String SESSION = "sid";
  public static final String GENERATION = "generation";
  public static final String PASSWORD_CHANGE_REQUIRED = "password_change_required";
  public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  public static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  private final JWSHeader header;
  private final JWSSigner signer;

  /** Signs with the first of these. */
  public JwtTokens(TokenKeys keys) {
    var key = keys.signing();
    try {
      header = new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
      signer = new ECDSASigner(key);
    } catch (JOSEException parsedBefore) {
      throw new IllegalStateException(parsedBefore);
    }
  }

  @Override
  public AccessToken issue(Operator operator, SessionId session, Instant at) {
    var issuedAt = at.truncatedTo(ChronoUnit.SECONDS);
    var expiresAt = issuedAt.plus(LIFETIME);
    var roles = operator.profile().roles().stream().sorted().map(JwtTokens::written).toList();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(operator.id().toString())
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(expiresAt))
            .jwtID(UUID.randomUUID().toString())
            .claim(ROLES, roles)
            .claim(SESSION, session.toString())
            .claim(GENERATION, operator.generation());
    if (operator.passwordChangeRequired()) {
      claims.claim(PASSWORD_CHANGE_REQUIRED, true);
    }
    try {
      var token = new SignedJWT(header, claims.build());
      token.sign(signer);
      return new AccessToken(new Secret(token.serialize()), expiresAt);
    } catch (JOSEException bug) {
      throw new IllegalStateException(bug);
    }
  }

  public static String written(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
