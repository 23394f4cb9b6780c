package io.clientele.domain.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One content, one sequence of bytes: every field says its length first, and an absent one says so,
 * so no two contents share their bytes, whatever stands in the fields; put together plainly, {@code
 * ab, c} and {@code a, bc} would. TupleHash of NIST SP 800-185 encodes its strings so for the same
 * reason. The first field names what is encoded, so an entry is never taken for a block.
 */
final class Canonical {
  private static final int ABSENT = -1;
  private static final long MICROS = 1_000_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  Canonical(String kind) {
    text(kind);
  }

  Canonical text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  Canonical bytes(byte @Nullable [] value) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(value == null ? ABSENT : value.length).array());
    if (value != null) {
      out.writeBytes(value);
    }
    return this;
  }

  Canonical id(@Nullable UUID value) {
    return bytes(
        value == null
            ? null
            : ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
  }

  Canonical number(long value) {
    return bytes(ByteBuffer.allocate(8).putLong(value).array());
  }

  /** To the microsecond, which is what every store keeps. */
  Canonical time(Instant at) {
    return number(Math.addExact(at.getEpochSecond() * MICROS, at.getNano() / 1_000));
  }

  byte[] encoded() {
    return out.toByteArray();
  }

  Hash hash() {
    return Hash.over(encoded());
  }
}
