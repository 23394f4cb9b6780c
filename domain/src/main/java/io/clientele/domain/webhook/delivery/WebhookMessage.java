package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to an endpoint.
 *
 * @param secrets that sign it, at least one
 * @param id of the event, the same at each attempt
 * @param at the time of this attempt, which is signed
 * @param place where the event stands; null for a test message
 * @param body JSON, as it is signed and sent
 * @param trace the {@code traceparent} of the change; null if there is none
 */
public record WebhookMessage(
    WebhookUrl url,
    List<WebhookSecret> secrets,
    UUID id,
    Instant at,
    @Nullable Place place,
    String body,
    @Nullable String trace) {
  public WebhookMessage {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(body, "body");
    secrets = List.copyOf(Objects.requireNonNull(secrets, "secrets"));
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("a message is signed");
    }
  }

  /**
   * Where the event of a message stands.
   *
   * @param version of the subject
   * @param isRedelivery whether an administrator had the event sent again
   */
  public record Place(EventPosition position, long version, boolean isRedelivery) {
    public Place {
      Objects.requireNonNull(position, "position");
    }
  }

  /** Returns this message with another {@code traceparent}. */
  public WebhookMessage within(@Nullable String traceparent) {
    return new WebhookMessage(url, secrets, id, at, place, body, traceparent);
  }

  /** Prints without the body and the URL. */
  @Override
  public String toString() {
    return "WebhookMessage[" + id + ", " + place + "]";
  }
}
