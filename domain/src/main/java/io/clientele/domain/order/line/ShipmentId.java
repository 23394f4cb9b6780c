package io.clientele.domain.order.line;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a shipment: a UUID of version 7. */
public record ShipmentId(UUID value) {
  public ShipmentId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. Throws {@code InvalidValue}. */
  public static ShipmentId parse(String text) {
    return new ShipmentId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static ShipmentId of(Instant at, RandomGenerator random) {
    return new ShipmentId(Uuid7.of(at, random));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
