package io.clientele.domain.kernel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The permanent id of an account: a UUID of version 7 (RFC 9562), so that ids of one time are
 * adjacent in indexes.
 */
public record AccountId(UUID value) implements Comparable<AccountId> {
  public AccountId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@link InvalidValue}. */
  public static AccountId parse(String text) {
    return new AccountId(Uuid7.parse(text));
  }

  /** Returns the id that a text is in the canonical form; empty if it is none. */
  public static Optional<AccountId> find(String text) {
    return Uuid7.isCanonical(text) ? Optional.of(parse(text)) : Optional.empty();
  }

  /** Returns a new id of this instant: 48 bits of milliseconds, then 74 random bits. */
  public static AccountId of(Instant at, RandomGenerator random) {
    return new AccountId(Uuid7.of(at, random));
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}: older ids come first. */
  @Override
  public int compareTo(AccountId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
