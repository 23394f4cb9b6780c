package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver an event, as it is kept for a week.
 *
 * @param at its start
 * @param position of the event; null for a test message
 * @param account of the event, whose erasure makes the answer unreadable; null for none
 * @param number of the attempt at this event, from 1
 */
public record DeliveryAttempt(
    WebhookId webhook,
    Instant at,
    UUID eventId,
    @Nullable EventPosition position,
    @Nullable AccountId account,
    int number,
    DeliveryResult result) {
  public DeliveryAttempt {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(result, "result");
  }
}
