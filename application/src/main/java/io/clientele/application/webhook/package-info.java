/**
 * Use cases of webhooks: administrators create, change, test and remove them, see how far each has
 * come, and have events sent again.
 *
 * <p>Uses the domain of webhook, event and identity. Start at {@link
 * io.clientele.application.webhook.CreateWebhook}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.webhook;
