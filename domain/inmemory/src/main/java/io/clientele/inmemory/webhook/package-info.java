/**
 * The stores of webhooks in memory. Uses the domain and the kernel of this module. Start at {@link
 * io.clientele.inmemory.webhook.InMemoryWebhookStores}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.webhook;
