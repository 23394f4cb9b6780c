/** Plugs in webhooks. Start at {@link io.clientele.bootstrap.webhook.WebhookModule}. */
@org.jspecify.annotations.NullMarked
package io.clientele.bootstrap.webhook;
