/**
 * Reads published events: pages of the feed, one event, and the proof that none is missing.
 *
 * <p>Uses the domain of event, identity and audit. Start at {@link
 * io.clientele.application.event.ReadEvents}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.event;
