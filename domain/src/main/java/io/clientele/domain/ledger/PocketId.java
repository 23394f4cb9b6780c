package io.clientele.domain.ledger;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a pocket: a UUID of version 7. */
public record PocketId(UUID value) implements Comparable<PocketId> {
  public PocketId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. */
  public static PocketId parse(String text) {
    return new PocketId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static PocketId of(Instant at, RandomGenerator random) {
    return new PocketId(Uuid7.of(at, random));
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}. */
  @Override
  public int compareTo(PocketId other) {
    return Uuid7.compare(value, other.value);
  }

  /** The name of the pocket in the audit. */
  public String subject() {
    return "pocket:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
