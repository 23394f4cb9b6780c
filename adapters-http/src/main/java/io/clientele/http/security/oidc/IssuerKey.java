package io.clientele.http.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A public key of an outside issuer that verifies signatures of tokens. */
public final class IssuerKey {
  private static final int RSA_BITS_MIN = 2048;
  private static final int RSA_BITS_MAX = 8192;

  private final String issuer;
  private final JWK key;
  private final Set<JWSAlgorithm> algorithms;
  private final JWSVerifier verifier;

  private IssuerKey(String issuer, JWK key, Set<JWSAlgorithm> algorithms, JWSVerifier verifier) {
    this.issuer = issuer;
    this.key = key;
    this.algorithms = algorithms;
    this.verifier = verifier;
  }

  /** Reads a JWK. Null for a key that is malformed, or that we cannot or must not use. */
  static @Nullable IssuerKey parse(String issuer, Map<String, Object> json) {
    try {
      var key = JWK.parse(json);
      var algorithms = algorithms(key);
      if (algorithms.isEmpty() || !isForSignatures(key)) {
        return null;
      }
      var verifier =
          key instanceof ECKey ec
              ? new ECDSAVerifier(ec.toPublicJWK())
              : new RSASSAVerifier(key.toRSAKey().toPublicJWK());
      return new IssuerKey(issuer, key.toPublicJWK(), algorithms, verifier);
    } catch (ParseException
        | JOSEException
        | IllegalArgumentException
        | IllegalStateException unusable) {
      return null;
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalStateException if it is no key
   */
  public static IssuerKey ofJson(String issuer, String json) {
    try {
      var key = parse(issuer, JSONObjectUtils.parse(json));
      if (key != null) {
        return key;
      }
    } catch (ParseException malformed) {
      throw new IllegalStateException("not a key of this adapter", malformed);
    }
    throw new IllegalStateException("not a key of this adapter");
  }

  /** The issuer that published the key. */
  public String issuer() {
    return issuer;
  }

  /** Returns the public key as a JWK. */
  public String toJson() {
    return key.toJSONString();
  }

  /** Whether a token with this header may be signed by the key. */
  boolean fits(JWSHeader header) {
    return algorithms.contains(header.getAlgorithm())
        && (header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()));
  }

  boolean verifies(SignedJWT token) throws JOSEException {
    return token.verify(verifier);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IssuerKey same && issuer.equals(same.issuer) && key.equals(same.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  private static Set<JWSAlgorithm> algorithms(JWK key) {
    var possible =
        switch (key) {
          case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> Set.of(JWSAlgorithm.ES256);
          case RSAKey rsa when rsa.size() >= RSA_BITS_MIN && rsa.size() <= RSA_BITS_MAX ->
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
          default -> Set.<JWSAlgorithm>of();
        };
    if (key.getAlgorithm() == null) {
      return possible;
    }
    var stated = JWSAlgorithm.parse(key.getAlgorithm().getName());
    return possible.contains(stated) ? Set.of(stated) : Set.of();
  }

  private static boolean isForSignatures(JWK key) {
    return (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
  }
}
