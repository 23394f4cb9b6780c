package io.clientele.domain.identity;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of an API key: a UUID of version 7. */
public record ApiKeyId(UUID value) implements Comparable<ApiKeyId> {
  public ApiKeyId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static ApiKeyId parse(String text) {
    return new ApiKeyId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static ApiKeyId of(Instant at, RandomGenerator random) {
    return new ApiKeyId(Uuid7.of(at, random));
  }

  /** The name in the audit trail: {@code api-key:0199f3b2-…}. */
  public String subject() {
    return "api-key:" + value;
  }

  /** Orders by unsigned value: older ids come first. */
  @Override
  public int compareTo(ApiKeyId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
