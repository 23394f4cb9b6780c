package io.clientele.persistence.crypto;

import io.clientele.domain.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES keys that wrap the keys of personal data: the first wraps, all unwrap. Prints without
 * them.
 */
public record DataKeys(List<SecretKey> all) {
  private static final int BYTES = 32;

  public DataKeys {
    all = List.copyOf(all);
  }

  /**
   * Reads base64 of 32 bytes each, separated by commas.
   *
   * @throws InvalidValue if it is anything else
   */
  public static DataKeys parse(String text) {
    var keys = new ArrayList<SecretKey>();
    for (var one : text.split(",", -1)) {
      keys.add(new SecretKeySpec(decoded(one.strip()), "AES"));
    }
    return new DataKeys(keys);
  }

  /** Generates a key, in the form that {@link #parse} reads. */
  public static String fresh() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** The one that wraps. */
  public SecretKey wrapping() {
    return all.get(0);
  }

  /**
   * Derives a key for another purpose by HKDF (RFC 5869), so that nothing but wrapping uses a key
   * of these itself. Derives from the last key, which is the oldest: a new first key changes
   * nothing that was derived.
   *
   * @param label names the purpose; two labels give two independent keys
   */
  public SecretKey derived(String label) {
    var info = label.getBytes(StandardCharsets.UTF_8);
    var expand = HKDFParameterSpec.ofExtract().addIKM(all.getLast()).thenExpand(info, BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", expand);
    } catch (GeneralSecurityException everyJava25HasIt) {
      throw new IllegalStateException(everyJava25HasIt);
    }
  }

  /** The number of keys. */
  @Override
  public String toString() {
    return "*** (" + all.size() + ")";
  }

  private static byte[] decoded(String base64) {
    try {
      var key = Base64.getDecoder().decode(base64);
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException malformed) {
      // The same sentence says both, and nothing of a secret.
    }
    throw new InvalidValue("dataKeys", "must be base64 of 32 bytes, separated by comma");
  }
}
