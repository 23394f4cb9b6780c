/**
 * The lanes in which events are delivered in order: which lane a subject has, which instance holds
 * a lane, when a failed event is tried again, and when it is a poison.
 *
 * <p>Uses the kernel, the positions of event, and the webhooks with their deliveries. Start at
 * {@link io.clientele.domain.webhook.lane.DeliveryLanes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook.lane;
