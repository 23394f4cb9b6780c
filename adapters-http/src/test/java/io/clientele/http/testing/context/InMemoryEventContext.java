package io.clientele.http.testing.context;

import io.clientele.application.event.ProveEvents;
import io.clientele.application.event.ReadEvents;
import io.clientele.application.event.ViewEvent;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.http.event.EventRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.event.InMemoryEventFeed;
import java.util.List;

/** The feed of events of a service in memory. Each event is chained at once. */
public final class InMemoryEventContext implements InMemoryContext {
  private final InMemoryEventFeed feed = new InMemoryEventFeed();
  private final EventArrivals arrivals;
  private final InMemoryParts parts;

  InMemoryEventContext(InMemoryParts parts) {
    this.parts = parts;
    arrivals = new EventArrivals(parts.health()::isStopping);
    parts.onEvent(this::publish);
  }

  public InMemoryEventFeed feed() {
    return feed;
  }

  /** What the routes wait for. */
  public EventArrivals arrivals() {
    return arrivals;
  }

  @Override
  public List<RouteGroup> routes() {
    var audit = parts.context(InMemoryAuditContext.class).trail();
    return List.of(
        new EventRoutes(
            new ReadEvents(feed, EventFeed.KEPT, parts.clock()),
            new ViewEvent(feed),
            new ProveEvents(audit, audit),
            arrivals,
            parts.authenticator()));
  }

  @Override
  public void startOutage() {
    feed.startOutage();
  }

  @Override
  public void endOutage() {
    feed.endOutage();
  }

  private void publish(PublishedEvent event) {
    feed.append(event);
    feed.chain();
    arrivals.advanced(new ChainHead(feed.end().block(), Sha256Hash.NONE));
  }
}
