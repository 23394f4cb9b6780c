package io.clientele.domain.identity;

import io.clientele.domain.identity.password.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** A token, an API key, or a typed password. Printed masked. */
public record Secret(String value) {
  private static final int BYTES = 32;

  public Secret {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Creates a secret: the prefix, then 256 random bits in base64url.
   *
   * @param random must be cryptographically secure
   */
  public static Secret of(String prefix, RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The hash to store of a generated secret. A password needs a {@link PasswordHasher}. */
  public SecretHash hash() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return new SecretHash(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
