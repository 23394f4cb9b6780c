package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.lane.SubjectLane;
import java.util.function.LongSupplier;

/** Reads the feed into the lanes of endpoints. */
final class FeedReader {
  private static final int PAGE = 500;

  /** So many pages of one endpoint are read before the next endpoint has its turn. */
  private static final int PAGES_MAX = 4;

  private final EventFeed feed;
  private final LongSupplier newestBlock;
  private EventPosition end = EventPosition.START;

  FeedReader(EventFeed feed, LongSupplier newestBlock) {
    this.feed = feed;
    this.newestBlock = newestBlock;
  }

  /** The end of the feed when it was last asked for. */
  EventPosition end() {
    return end;
  }

  /** Learns how far the feed goes. */
  void refresh() {
    end = feed.end();
  }

  /** Reads what an endpoint can take; returns whether it could take more. */
  boolean read(Endpoint endpoint) {
    if (newestBlock.getAsLong() > end.block()) {
      refresh();
    }
    for (var pages = 0; pages < PAGES_MAX; pages++) {
      var from = endpoint.readFrom(end);
      if (from.isEmpty()) {
        return false;
      }
      var page = feed.read(from.get(), endpoint.webhook().profile().filter(), PAGE, false);
      page.events().forEach(event -> offer(endpoint, event, from.get()));
      endpoint.lanes().stream()
          .filter(lane -> lane.hasRead(from.get()))
          .forEach(lane -> lane.readUpTo(page.next()));
      if (page.next().equals(from.get())) {
        return false;
      }
    }
    return true;
  }

  /** A lane that has not read up to the beginning of the page would miss what is before it. */
  private static void offer(Endpoint endpoint, Event event, EventPosition from) {
    var lane = endpoint.lane(number(endpoint, event));
    if (lane != null && lane.hasRead(from)) {
      lane.offer(event);
    }
  }

  /** The number of the lane of an event. */
  static int number(Endpoint endpoint, Event event) {
    return SubjectLane.of(event.published().about(), endpoint.webhook().lanes());
  }
}
