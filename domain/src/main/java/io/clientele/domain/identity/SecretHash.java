package io.clientele.domain.identity;

import java.util.HexFormat;
import java.util.Objects;

/**
 * The SHA-256 of a {@link Secret} of 256 random bits, in hexadecimal digits: the only stored form.
 */
public record SecretHash(String hex) {
  private static final int DIGITS = 64;

  public SecretHash {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() != DIGITS) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }

  /** Wraps 32 bytes. */
  public SecretHash(byte[] bytes) {
    this(HexFormat.of().formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return "***";
  }
}
