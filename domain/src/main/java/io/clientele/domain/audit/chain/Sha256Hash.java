package io.clientele.domain.audit.chain;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 (FIPS 180-4): 32 bytes, printed as 64 lower-case hexadecimal digits. */
public final class Sha256Hash {
  /** The hash before the first block. */
  public static final Sha256Hash NONE = new Sha256Hash("0".repeat(64));

  private static final int BYTES = 32;

  private final byte[] bytes;

  /**
   * Parses 64 lower-case hexadecimal digits. Throws {@link IllegalArgumentException} for another
   * text.
   */
  public Sha256Hash(String hex) {
    this(HexFormat.of().parseHex(hex));
    if (!hex().equals(hex)) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }

  private Sha256Hash(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("not a SHA-256");
    }
    this.bytes = bytes;
  }

  /** Wraps 32 bytes that are a hash already. */
  public static Sha256Hash of(byte[] bytes) {
    return new Sha256Hash(bytes.clone());
  }

  /** The 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
