package io.clientele.testkit;

import io.clientele.domain.event.EventFeed;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.testkit.event.EventFeedContract;
import java.util.function.Function;

/**
 * Contracts of events on stores that {@link ContractsBiteTest} breaks; nested, so it alone runs
 * them.
 */
final class EventContractFixtures {
  private EventContractFixtures() {}

  static final class OfFeed implements EventFeedContract {
    static Function<InMemoryEventFeed, EventFeed> breaking = right -> right;
    private final InMemoryEventFeed feed = new InMemoryEventFeed();

    @Override
    public EventFeed feed() {
      return breaking.apply(feed);
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
      return breaking.apply(away);
    }
  }
}
