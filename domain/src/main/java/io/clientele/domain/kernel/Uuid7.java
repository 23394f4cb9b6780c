package io.clientele.domain.kernel;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Creates, parses and compares UUIDs of version 7 (RFC 9562). Ids of one time are adjacent. */
public final class Uuid7 {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private Uuid7() {}

  /** Returns the argument if it is of version 7; throws {@link InvalidValue} otherwise. */
  public static UUID require(UUID value) {
    if (value.version() != 7 || value.variant() != 2) {
      throw new InvalidValue("id", "must be a UUID of version 7");
    }
    return value;
  }

  /** Whether a text is the canonical form of one: 36 characters in lower case. */
  public static boolean isCanonical(String text) {
    return text.length() == 36 && SHAPE.matcher(text).matches();
  }

  /** Parses the canonical form. Throws {@link InvalidValue}. */
  public static UUID parse(String text) {
    if (!isCanonical(text)) {
      throw new InvalidValue("id", "must be a UUID of version 7 in lower case");
    }
    return UUID.fromString(text);
  }

  /** Returns a new UUID of this instant: 48 bits of milliseconds, then 74 random bits. */
  public static UUID of(Instant at, RandomGenerator random) {
    var high = at.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0x0fff;
    var low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low);
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}: older ones come first. */
  public static int compare(UUID one, UUID other) {
    var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
