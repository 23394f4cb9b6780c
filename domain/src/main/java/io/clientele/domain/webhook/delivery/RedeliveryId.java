package io.clientele.domain.webhook.delivery;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a redelivery: a UUID of version 7. */
public record RedeliveryId(UUID value) {
  public RedeliveryId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static RedeliveryId parse(String text) {
    return new RedeliveryId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static RedeliveryId of(Instant at, RandomGenerator random) {
    return new RedeliveryId(Uuid7.of(at, random));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
