package io.clientele.domain.identity;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of an operator: a UUID of version 7. */
public record OperatorId(UUID value) implements Comparable<OperatorId> {
  public OperatorId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static OperatorId parse(String text) {
    return new OperatorId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static OperatorId of(Instant at, RandomGenerator random) {
    return new OperatorId(Uuid7.of(at, random));
  }

  /** The name in the audit trail: {@code operator:0199f3b2-…}. */
  public String subject() {
    return "operator:" + value;
  }

  /** Orders by unsigned value: older ids come first. */
  @Override
  public int compareTo(OperatorId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
