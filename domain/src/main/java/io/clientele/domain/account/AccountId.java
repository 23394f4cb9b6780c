package io.clientele.domain.account;

import io.clientele.domain.InvalidValue;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names an account for ever: a UUID of version 7 (RFC 9562), so that ids of one time lie together.
 */
public record AccountId(UUID value) implements Comparable<AccountId> {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public AccountId {
    if (value.version() != 7 || value.variant() != 2) {
      throw new InvalidValue("id", "must be a UUID of version 7");
    }
  }

  /** Reads the one spelling that we write: 36 characters, lower case. Anything else is invalid. */
  public static AccountId parse(String text) {
    if (text.length() != 36 || !SHAPE.matcher(text).matches()) {
      throw new InvalidValue("id", "must be a UUID of version 7 in lower case");
    }
    return new AccountId(UUID.fromString(text));
  }

  /** A new id of this time: 48 bits of milliseconds, then 74 bits of chance. */
  public static AccountId of(Instant at, RandomGenerator random) {
    var high = at.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0x0fff;
    var low = random.nextLong() >>> 2 | 1L << 63;
    return new AccountId(new UUID(high, low));
  }

  /** By unsigned value, as PostgreSQL orders a {@code uuid}: older ids come first. */
  @Override
  public int compareTo(AccountId other) {
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
