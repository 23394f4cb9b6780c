/**
 * Notifies readers of the feed that new events were chained. Shared within a process; not a use
 * case. Uses the domain's event and audit contexts. Start at {@link
 * io.clientele.application.event.arrival.EventArrivals}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.event.arrival;
