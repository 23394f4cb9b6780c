package io.clientele.http.testing.context;

import io.clientele.application.statistics.ReadStatistics;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.http.statistics.TopViewsRoutes;
import io.clientele.inmemory.account.InMemoryAccountCounts;
import java.time.InstantSource;
import java.util.List;

/** The statistics of a service in memory. */
final class InMemoryStatisticsContext implements InMemoryContext {
  private final InMemoryParts parts;

  InMemoryStatisticsContext(InMemoryParts parts) {
    this.parts = parts;
  }

  @Override
  public List<RouteGroup> routes() {
    var views = parts.context(InMemoryViewsContext.class);
    return List.of(
        new StatisticsRoutes(
            new ReadStatistics(
                new InMemoryAccountCounts(parts.context(InMemoryAccountContext.class).accounts()),
                views.history(),
                views.views(),
                parts.context(InMemoryIdentity.class).operators,
                parts.clock())),
        new TopViewsRoutes(
            parts.context(InMemoryAccountContext.class).ranking(),
            parts.context(InMemoryProductContext.class).ranking(),
            InstantSource.system()));
  }
}
