/**
 * Tells readers of the feed that new events have come. A part of the process, not a use case. It
 * uses the domain of event and audit.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.event.arrival;
