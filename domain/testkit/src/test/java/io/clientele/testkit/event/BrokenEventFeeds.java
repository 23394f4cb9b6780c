package io.clientele.testkit.event;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Feeds with one fault each. */
final class BrokenEventFeeds {
  private BrokenEventFeeds() {}

  static Stream<PortFault<InMemoryEventFeed, EventFeed>> all() {
    return Stream.of(
        new PortFault<>(
            "reads on after the greatest id seen",
            "aChangeThatBeginsFirstAndCommitsLastIsNotSkipped",
            inner -> new Changed(inner, BrokenEventFeeds::afterTheGreatestId)),
        new PortFault<>(
            "skips an event between pages",
            "pagesNeitherSkipNorRepeatEvents",
            inner -> new Changed(inner, BrokenEventFeeds::afterOneMore)),
        new PortFault<>(
            "ignores the filter",
            "aFilterSelectsTypesKindsAndAccounts",
            inner ->
                new Changed(
                    inner,
                    (feed, after, filter, limit) ->
                        feed.read(after, EventFilter.ALL, limit, false))));
  }

  /** A way to read a page. */
  @FunctionalInterface
  private interface Reading {
    EventPage read(InMemoryEventFeed feed, EventPosition after, EventFilter filter, int limit);
  }

  private static EventPage afterTheGreatestId(
      InMemoryEventFeed feed, EventPosition after, EventFilter filter, int limit) {
    var all = feed.read(EventPosition.START, filter, Integer.MAX_VALUE, false).events();
    var last =
        all.stream().filter(event -> event.position().equals(after)).map(Event::id).findFirst();
    var events =
        all.stream()
            .filter(event -> last.isEmpty() || event.id().compareTo(last.get()) > 0)
            .sorted(Comparator.comparing(Event::id))
            .limit(limit)
            .toList();
    return page(events, after);
  }

  private static EventPage afterOneMore(
      InMemoryEventFeed feed, EventPosition after, EventFilter filter, int limit) {
    var from = after.value() == 0 ? after : new EventPosition(after.value() + 1);
    return feed.read(from, filter, limit, false);
  }

  private static EventPage page(List<Event> events, EventPosition after) {
    return new EventPage(
        events, events.isEmpty() ? after : events.get(events.size() - 1).position());
  }

  /** A feed that reads pages another way. */
  private record Changed(InMemoryEventFeed inner, Reading reading) implements EventFeed {
    @Override
    public EventPosition end() {
      return inner.end();
    }

    @Override
    public EventPosition first(Instant since) {
      return inner.first(since);
    }

    @Override
    public EventPage read(EventPosition after, EventFilter filter, int limit, boolean withData) {
      return reading.read(inner, after, filter, limit);
    }

    @Override
    public Optional<Event> find(UUID id, boolean withData) {
      return inner.find(id, withData);
    }
  }
}
