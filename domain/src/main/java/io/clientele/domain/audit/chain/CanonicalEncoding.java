package io.clientele.domain.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes fields as bytes, injectively: different contents never have the same bytes. Every field
 * begins with its length, and an absent field has its own length code. Plain concatenation would
 * encode {@code ab, c} and {@code a, bc} alike; TupleHash of NIST SP 800-185 encodes its strings in
 * this way for the same reason. The first field names the encoded type, so an entry is never taken
 * for a block.
 */
final class CanonicalEncoding {
  private static final int ABSENT = -1;
  private static final long MICROS = 1_000_000;

  private ByteBuffer out = ByteBuffer.allocate(512);

  CanonicalEncoding(String kind) {
    text(kind);
  }

  CanonicalEncoding text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  CanonicalEncoding bytes(byte @Nullable [] value) {
    if (value == null) {
      room(0).putInt(ABSENT);
    } else {
      room(value.length).putInt(value.length).put(value);
    }
    return this;
  }

  CanonicalEncoding id(@Nullable UUID value) {
    if (value == null) {
      return bytes(null);
    }
    room(16)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  CanonicalEncoding number(long value) {
    room(8).putInt(8).putLong(value);
    return this;
  }

  /** Appends an instant in microseconds, the precision of every store. */
  CanonicalEncoding time(Instant at) {
    return number(Math.addExact(at.getEpochSecond() * MICROS, at.getNano() / 1_000));
  }

  byte[] encoded() {
    return Arrays.copyOf(out.array(), out.position());
  }

  Sha256Hash hash() {
    return Sha256Hash.over(out.array(), out.position());
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
