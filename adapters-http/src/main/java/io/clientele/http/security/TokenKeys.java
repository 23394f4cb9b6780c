package io.clientele.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.clientele.domain.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of our access tokens, all for ES256. The first signs, all verify. So a new key can be
 * published before it signs, and an old key be kept until its tokens have expired. Prints without
 * private keys.
 */
public final class TokenKeys {
  private static final int DERIVED_BYTES = 32;

  private final List<ECKey> keys;

  private TokenKeys(List<ECKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads a JWK set with private keys.
   *
   * @throws InvalidValue if it is malformed, or has a key of another kind than those that sign
   */
  public static TokenKeys parse(String jwkSet) {
    try {
      var names = new HashSet<String>();
      var keys = new ArrayList<ECKey>();
      for (var key : JWKSet.parse(jwkSet).getKeys()) {
        if (!(key instanceof ECKey ec) || !isForSigning(ec) || !names.add(key.getKeyID())) {
          throw invalid();
        }
        keys.add(ec);
      }
      if (!keys.isEmpty()) {
        return new TokenKeys(keys);
      }
    } catch (ParseException | IllegalArgumentException malformed) {
      // The library quotes what it cannot read, which is secret here.
    }
    throw invalid();
  }

  /** Generates a key. */
  public static TokenKeys fresh() {
    try {
      return new TokenKeys(
          List.of(
              new ECKeyGenerator(Curve.P_256)
                  .algorithm(JWSAlgorithm.ES256)
                  .keyUse(KeyUse.SIGNATURE)
                  .keyIDFromThumbprint(true)
                  .generate()));
    } catch (JOSEException everyJavaHasTheCurve) {
      throw new IllegalStateException(everyJavaHasTheCurve);
    }
  }

  /** The JWK set with its private keys, as {@link #parse} reads it. */
  public String secret() {
    return new JWKSet(List.<JWK>copyOf(keys)).toString(false);
  }

  /** Returns the public JWK set. */
  public byte[] published() {
    return new JWKSet(List.<JWK>copyOf(keys)).toString(true).getBytes(StandardCharsets.UTF_8);
  }

  /** The key that signs. */
  public ECKey signing() {
    return keys.get(0);
  }

  /**
   * Keys for another purpose, one from each of these, in their order (HKDF, RFC 5869).
   *
   * @param label of the purpose
   */
  public List<SecretKey> derived(String label) {
    return keys.stream().map(key -> derived(key, label)).toList();
  }

  private static SecretKey derived(ECKey key, String label) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(key.getD().decode())
              .thenExpand(label.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The keys that verify. */
  public List<ECKey> all() {
    return keys;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenKeys same && keys.equals(same.keys);
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  /** The names alone. */
  @Override
  public String toString() {
    return keys.stream().map(JWK::getKeyID).collect(Collectors.joining(", ", "*** ", ""));
  }

  private static boolean isForSigning(ECKey key) {
    return Curve.P_256.equals(key.getCurve())
        && key.isPrivate()
        && key.getKeyID() != null
        && (key.getAlgorithm() == null || JWSAlgorithm.ES256.equals(key.getAlgorithm()))
        && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
  }

  private static InvalidValue invalid() {
    return new InvalidValue(
        "tokenKeys", "must be a JWK set of private keys on P-256 with a kid each");
  }
}
