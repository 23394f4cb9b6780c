/**
 * Reads published events: pages of the feed, one event, and the proof that none is missing.
 *
 * <p>Uses the domain's event, identity and audit contexts. Start at {@link
 * io.clientele.application.event.ReadEvents}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.event;
