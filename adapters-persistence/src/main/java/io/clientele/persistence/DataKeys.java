package io.clientele.persistence;

import io.clientele.domain.InvalidValue;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
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

  /** One new key, as {@link #parse} reads it. */
  public static String fresh() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** The one that wraps. */
  public SecretKey wrapping() {
    return all.get(0);
  }

  /** How many there are. */
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
    throw new InvalidValue("dataKeys", "must be base64 of 32 bytes, several separated by comma");
  }
}
