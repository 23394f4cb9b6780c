/**
 * The ports of webhooks in memory, and the contracts of their stores. Uses the domain. Start at
 * {@link io.clientele.testkit.webhook.InMemoryWebhookStores}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.webhook;
