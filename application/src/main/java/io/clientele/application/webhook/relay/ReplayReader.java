package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redeliveries.Open;
import io.clientele.domain.webhook.delivery.Redeliveries.Sent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;

/** Reads events that are to be sent again into the lanes of endpoints. */
final class ReplayReader {
  private static final int PAGE = 200;

  private final EventFeed feed;
  private final Redeliveries redeliveries;
  private final Journal journal;

  ReplayReader(EventFeed feed, Redeliveries redeliveries, Journal journal) {
    this.feed = feed;
    this.redeliveries = redeliveries;
    this.journal = journal;
  }

  /** Offers the next events of each open redelivery. What was sent must be stored before. */
  void read(Collection<Endpoint> endpoints) {
    for (var open : redeliveries.open()) {
      endpoint(endpoints, open).ifPresent(endpoint -> read(endpoint, open));
    }
  }

  /** An event that is no longer kept counts as one that was not delivered. */
  private void read(Endpoint endpoint, Open open) {
    var left = new HashSet<>(open.left());
    var first = open.left().get(0);
    var page = feed.read(before(first), EventFilter.ALL, PAGE, false);
    for (var event : page.events()) {
      if (left.contains(event.position())) {
        offer(endpoint, new Replayed(open.id(), event));
      }
    }
    var isThere = page.events().stream().anyMatch(event -> event.position().equals(first));
    if (!isThere) {
      journal.sent(open.id(), open.webhook(), new Sent(first, false));
    }
  }

  private static void offer(Endpoint endpoint, Replayed replay) {
    Event event = replay.event();
    var lane = endpoint.lane(FeedReader.number(endpoint, event));
    if (lane != null) {
      lane.offerReplay(replay);
    }
  }

  private static EventPosition before(EventPosition position) {
    return new EventPosition(Math.max(0, position.value() - 1));
  }

  private static Optional<Endpoint> endpoint(Collection<Endpoint> endpoints, Open open) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.webhook().id().equals(open.webhook()))
        .findFirst();
  }
}
