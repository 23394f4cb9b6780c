package io.clientele.http.testing.context;

import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Sharding;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.views.ViewRoutes;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.List;

/** The view counter of a service in memory. It counts without Redis. */
public final class InMemoryViewsContext implements InMemoryContext {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4, 2));
  private final InMemoryFlushLog flushes = new InMemoryFlushLog();
  private final Views views =
      new DirectViewCounter(ledger, flushes, ViewCounterSettings.of(Duration.ofSeconds(5)));

  InMemoryViewsContext(InMemoryParts parts) {}

  public Views views() {
    return views;
  }

  /** Returns the views of this account until now. */
  public long viewsOf(AccountId id) {
    return views.live(List.of(id.value())).get(id.value()).total();
  }

  InMemoryViewLedger ledger() {
    return ledger;
  }

  InMemoryViewHistory history() {
    return new InMemoryViewHistory(ledger);
  }

  @Override
  public List<RouteGroup> routes() {
    return List.of(
        new ViewRoutes(new FlushViews(views), new ListFlushes(flushes), new ReconcileViews(views)));
  }

  @Override
  public void startOutage() {
    ledger.startOutage();
    flushes.startOutage();
  }

  @Override
  public void endOutage() {
    ledger.endOutage();
    flushes.endOutage();
  }

  @Override
  public void close() {
    views.close();
  }
}
