package io.clientele.domain.identity;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of a session: a UUID of version 7. */
public record SessionId(UUID value) implements Comparable<SessionId> {
  public SessionId {
    Uuid7.require(value);
  }

  /** Reads the one spelling that we write: 36 characters, lower case. Anything else is invalid. */
  public static SessionId parse(String text) {
    return new SessionId(Uuid7.parse(text));
  }

  /** A new id of this time. */
  public static SessionId of(Instant at, RandomGenerator random) {
    return new SessionId(Uuid7.of(at, random));
  }

  /** How a trail of audit names it: {@code session:0199f3b2-…}. */
  public String subject() {
    return "session:" + value;
  }

  /** By unsigned value: older ids come first. */
  @Override
  public int compareTo(SessionId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
