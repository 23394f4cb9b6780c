package io.clientele.domain.operation;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of an operation: a UUID of version 7. */
public record OperationId(UUID value) {
  public OperationId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. */
  public static OperationId parse(String text) {
    return new OperationId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static OperationId of(Instant at, RandomGenerator random) {
    return new OperationId(Uuid7.of(at, random));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
