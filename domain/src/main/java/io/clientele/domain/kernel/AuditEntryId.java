package io.clientele.domain.kernel;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The permanent id of an audit entry: a UUID of version 7 (RFC 9562), so that entries of one time
 * are adjacent in indexes.
 */
public record AuditEntryId(UUID value) implements Comparable<AuditEntryId> {
  public AuditEntryId {
    Objects.requireNonNull(value, "value");
  }

  /** Returns a new id of this instant: 48 bits of milliseconds, then 74 random bits. */
  public static AuditEntryId of(Instant at, RandomGenerator random) {
    var high = at.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0x0fff;
    var low = random.nextLong() >>> 2 | 1L << 63;
    return new AuditEntryId(new UUID(high, low));
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}: older ids come first. */
  @Override
  public int compareTo(AuditEntryId other) {
    var high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
