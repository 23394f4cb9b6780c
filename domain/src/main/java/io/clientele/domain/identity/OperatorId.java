package io.clientele.domain.identity;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of an operator: a UUID of version 7. */
public record OperatorId(UUID value) implements Comparable<OperatorId> {
  public OperatorId {
    Uuid7.require(value);
  }

  /** Reads the one spelling that we write: 36 characters, lower case. Anything else is invalid. */
  public static OperatorId parse(String text) {
    return new OperatorId(Uuid7.parse(text));
  }

  /** A new id of this time. */
  public static OperatorId of(Instant at, RandomGenerator random) {
    return new OperatorId(Uuid7.of(at, random));
  }

  /** How a trail of audit names it: {@code operator:0199f3b2-…}. */
  public String subject() {
    return "operator:" + value;
  }

  /** By unsigned value: older ids come first. */
  @Override
  public int compareTo(OperatorId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
