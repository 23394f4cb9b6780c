package io.clientele.testkit.event;

import io.clientele.domain.event.EventFeed;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.event.InMemoryEventFeed;

class InMemoryEventFeedTest implements EventFeedContract {
  private final InMemoryEventFeed feed = new InMemoryEventFeed();

  @Override
  public EventFeed feed() {
    return feed;
  }

  @Override
  public Runnable begin(PublishedEvent event) {
    return () -> feed.append(event);
  }

  @Override
  public void chain() {
    feed.chain();
  }

  @Override
  public void forget(AccountId account) {
    feed.forget(account);
  }

  @Override
  public EventFeed unreachableFeed() {
    var away = new InMemoryEventFeed();
    away.startOutage();
    return away;
  }
}
