package io.clientele.domain.event;

import java.util.List;

/**
 * Events in the order of the feed.
 *
 * @param next where to read on: every selected event up to here is in this page or an earlier one
 */
public record EventPage(List<Event> events, EventPosition next) {
  public EventPage {
    events = List.copyOf(events);
  }
}
