package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event that an endpoint refused again and again while it took others: it was set aside.
 *
 * @param since when it was set aside
 * @param attempts how many failed
 * @param lastFault the last failure: a status such as {@code 400}, or a class such as {@code
 *     timeout}
 */
public record DeadLetter(
    WebhookId webhook,
    EventPosition position,
    UUID eventId,
    Instant since,
    int attempts,
    String lastFault) {
  public DeadLetter {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(lastFault, "lastFault");
  }
}
