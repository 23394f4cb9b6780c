/**
 * Webhooks: subscriptions to events, their secrets and signatures as the Standard Webhooks
 * specification writes them, and the check that receivers make. Receivers need {@link
 * io.clientele.domain.webhook.WebhookVerifier} only.
 *
 * <p>Uses the kernel, the filter and the positions of event, and the grants of identity. Start at
 * {@link io.clientele.domain.webhook.Webhook}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook;
