/**
 * The relay: delivers events to webhooks, at least once and in the order of each subject. Any
 * number of instances may run it. A relay has one thread for its state, and sends by an executor.
 *
 * <p>Uses the domain of webhook and event. Start at {@link
 * io.clientele.application.webhook.relay.WebhookRelay}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.webhook.relay;
