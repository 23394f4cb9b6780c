package io.clientele.application.event;

import io.clientele.application.kernel.Access;
import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.identity.Actor;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads one event. */
public final class ViewEvent {
  private final EventFeed feed;

  /** Reads this feed. */
  public ViewEvent(EventFeed feed) {
    this.feed = Objects.requireNonNull(feed, "feed");
  }

  /** Returns the event, if it is chained and the actor may see it; empty otherwise. */
  public Access<Optional<Event>> view(Actor actor, UUID id, boolean withData) {
    return Access.when(
        actor.may(EventPermission.VIEW_EVENTS),
        () ->
            feed.find(id, withData)
                .filter(event -> EventAccess.maySee(actor, event.published().about().account())));
  }
}
