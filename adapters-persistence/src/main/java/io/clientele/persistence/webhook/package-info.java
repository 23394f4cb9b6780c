/**
 * Webhooks in PostgreSQL: subscriptions, lanes, attempts, dead letters and redeliveries. URLs and
 * secrets are sealed. Uses the domain of webhook, and the packages that serve all contexts. Start
 * at {@link io.clientele.persistence.webhook.JdbcWebhooks}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.persistence.webhook;
