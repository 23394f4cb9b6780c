package io.clientele.domain.webhook.delivery;

/**
 * Sends messages to endpoints, signed as the Standard Webhooks specification says. Implementations
 * are safe for use by many threads and never throw for an endpoint: each failure is an outcome.
 */
@FunctionalInterface
public interface WebhookSender {
  /** Sends a message once and waits for its end, at most 15 seconds. */
  DeliveryResult send(WebhookMessage message);
}
