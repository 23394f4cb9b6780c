/**
 * Contracts of the stores of webhooks. Uses the domain. Start at {@link
 * io.clientele.testkit.webhook.WebhooksContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.webhook;
