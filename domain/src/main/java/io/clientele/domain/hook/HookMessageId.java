package io.clientele.domain.hook;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a received message: a UUID of version 7. */
public record HookMessageId(UUID value) {
  private static final int RANDOM_BITS = 16;

  public HookMessageId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static HookMessageId parse(String text) {
    return new HookMessageId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static HookMessageId of(Instant at, RandomGenerator random) {
    return new HookMessageId(Uuid7.of(at, random));
  }

  /** The time of the id, in whole milliseconds: the message was received within this one. */
  public Instant at() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> RANDOM_BITS);
  }

  /** Returns the name of the message in the audit. */
  public String subject() {
    return "hook-message:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
