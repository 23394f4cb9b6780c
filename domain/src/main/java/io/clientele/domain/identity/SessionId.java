package io.clientele.domain.identity;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of a session: a UUID of version 7. */
public record SessionId(UUID value) implements Comparable<SessionId> {
  public SessionId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static SessionId parse(String text) {
    return new SessionId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static SessionId of(Instant at, RandomGenerator random) {
    return new SessionId(Uuid7.of(at, random));
  }

  /** The name in the audit trail: {@code session:0199f3b2-…}. */
  public String subject() {
    return "session:" + value;
  }

  /** Orders by unsigned value: older ids come first. */
  @Override
  public int compareTo(SessionId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
