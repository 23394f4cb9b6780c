package io.clientele.domain.webhook;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The permanent id of a webhook: a UUID of version 7. */
public record WebhookId(UUID value) implements Comparable<WebhookId> {
  public WebhookId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static WebhookId parse(String text) {
    return new WebhookId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static WebhookId of(Instant at, RandomGenerator random) {
    return new WebhookId(Uuid7.of(at, random));
  }

  /** The name in the audit trail: {@code webhook:0199f3b2-…}. */
  public String subject() {
    return "webhook:" + value;
  }

  /** Orders by unsigned value: older ids come first. */
  @Override
  public int compareTo(WebhookId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
