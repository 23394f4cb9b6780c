package io.clientele.domain.event;

import java.util.List;
import java.util.Objects;

/**
 * Events in the order of the feed.
 *
 * @param next where to continue: all selected events up to here are in this page or an earlier one
 */
public record EventPage(List<Event> events, EventPosition next) {
  public EventPage {
    Objects.requireNonNull(next, "next");
    events = List.copyOf(Objects.requireNonNull(events, "events"));
  }
}
