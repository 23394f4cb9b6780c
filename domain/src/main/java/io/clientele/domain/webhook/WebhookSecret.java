package io.clientele.domain.webhook;

import io.clientele.domain.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The secret of a webhook: {@code whsec_} and 24 to 64 bytes in base64. Prints masked.
 *
 * @param value with its prefix
 */
public record WebhookSecret(String value) {
  private static final String PREFIX = "whsec_";
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  /** The block of SHA-256: no secret is longer, so none is hashed before use. */
  private static final int BLOCK_BYTES = 64;

  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;
  private static final int BYTES_NEW = 32;

  public WebhookSecret {
    Objects.requireNonNull(value, "value");
    if (!value.startsWith(PREFIX)) {
      throw invalid();
    }
    var length = bytes(value).length;
    if (length < BYTES_MIN || length > BYTES_MAX) {
      throw invalid();
    }
  }

  /** Returns a new secret of 32 bytes; the source must be secure. */
  public static WebhookSecret of(RandomGenerator random) {
    var bytes = new byte[BYTES_NEW];
    random.nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Signs a message.
   *
   * @param id of the message
   * @param timestamp seconds since 1970
   * @param body as it is sent
   * @return the signature as it stands in the header, such as {@code v1,g0hM9SsE…}
   */
  public String sign(String id, long timestamp, byte[] body) {
    var inner = digest(INNER);
    inner.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
    var outer = digest(OUTER);
    return "v1," + Base64.getEncoder().encodeToString(outer.digest(inner.digest(body)));
  }

  @Override
  public String toString() {
    return "***";
  }

  /** A SHA-256 that has taken the padded key, as HMAC (RFC 2104) begins each of its two. */
  private MessageDigest digest(byte pad) {
    var block = Arrays.copyOf(bytes(value), BLOCK_BYTES);
    for (var i = 0; i < block.length; i++) {
      block[i] ^= pad;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(block);
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private static byte[] bytes(String value) {
    try {
      return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    } catch (IllegalArgumentException broken) {
      throw invalid();
    }
  }

  private static InvalidValue invalid() {
    return new InvalidValue("secret", "must be whsec_ and 24 to 64 bytes in base64");
  }
}
