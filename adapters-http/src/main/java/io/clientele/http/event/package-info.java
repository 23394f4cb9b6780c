/**
 * Routes of the event feed: pages with long polling, one event, and the proof that none is missing.
 * May use the application and the domain of event and the shared packages. Start at {@link
 * EventRoutes}.
 */
@NullMarked
package io.clientele.http.event;

import org.jspecify.annotations.NullMarked;
