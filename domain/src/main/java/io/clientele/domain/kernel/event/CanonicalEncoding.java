package io.clientele.domain.kernel.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes fields as bytes, injectively: different contents never have the same bytes. Every field
 * begins with its length, and an absent field has its own length code. Plain concatenation would
 * encode {@code ab, c} and {@code a, bc} alike; TupleHash of NIST SP 800-185 encodes its strings in
 * this way for the same reason. The first field names the encoded type, so an entry is never taken
 * for a block. Not safe for use by many threads.
 */
public final class CanonicalEncoding {
  private static final int ABSENT = -1;
  private static final long MICROS = 1_000_000;

  /** A prototype to clone: looking up an algorithm costs as much as hashing an entry. */
  private static final MessageDigest FRESH = fresh();

  private ByteBuffer out = ByteBuffer.allocate(512);

  /** Begins with the name of the encoded type. */
  public CanonicalEncoding(String kind) {
    Objects.requireNonNull(kind, "kind");
    text(kind);
  }

  /** Appends a text; null is absent. */
  public CanonicalEncoding text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends bytes; null is absent. */
  public CanonicalEncoding bytes(byte @Nullable [] value) {
    if (value == null) {
      room(0).putInt(ABSENT);
    } else {
      room(value.length).putInt(value.length).put(value);
    }
    return this;
  }

  /** Appends an id; null is absent. */
  public CanonicalEncoding id(@Nullable UUID value) {
    if (value == null) {
      return bytes(null);
    }
    room(16)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** Appends a number of 64 bits. */
  public CanonicalEncoding number(long value) {
    room(8).putInt(8).putLong(value);
    return this;
  }

  /** Appends an instant in microseconds, the precision of every store. */
  public CanonicalEncoding time(Instant at) {
    return number(Math.addExact(at.getEpochSecond() * MICROS, at.getNano() / 1_000));
  }

  /** The bytes so far. */
  public byte[] encoded() {
    return Arrays.copyOf(out.array(), out.position());
  }

  /** The SHA-256 of the bytes so far. */
  public byte[] sha256() {
    try {
      var digest = (MessageDigest) FRESH.clone();
      digest.update(out.array(), 0, out.position());
      return digest.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns the buffer with room for a length and this many bytes. */
  private ByteBuffer room(int length) {
    var needed = Math.addExact(out.position(), length + 4);
    if (needed > out.capacity()) {
      out = ByteBuffer.allocate(Math.max(needed, 2 * out.capacity())).put(out.flip());
    }
    return out;
  }
}
