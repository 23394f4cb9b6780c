/**
 * Delivery of events to webhooks: messages, the port that sends them, how an attempt ends, dead
 * letters, and what is sent again.
 *
 * <p>Uses the kernel, the feed of event, and {@link io.clientele.domain.webhook}. Start at {@link
 * io.clientele.domain.webhook.delivery.WebhookSender}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook.delivery;
