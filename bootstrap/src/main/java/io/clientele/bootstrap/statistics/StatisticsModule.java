package io.clientele.bootstrap.statistics;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.account.RankAccounts;
import io.clientele.application.product.RankProducts;
import io.clientele.application.statistics.ReadStatistics;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.http.statistics.TopViewsRoutes;
import io.clientele.persistence.account.JdbcAccountCounts;
import java.time.InstantSource;

/** Provides the use case and routes of statistics. */
@Module
public interface StatisticsModule {
  @Provides
  static ReadStatistics readStatistics(
      JdbcAccountCounts counts,
      ViewHistory history,
      FlushControl counter,
      Operators operators,
      InstantSource clock) {
    return new ReadStatistics(counts, history, counter, operators, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup statisticsRoutes(ReadStatistics statistics) {
    return new StatisticsRoutes(statistics);
  }

  @Provides
  @IntoSet
  static RouteGroup topRoutes(RankAccounts accounts, RankProducts products, InstantSource clock) {
    return new TopViewsRoutes(accounts, products, clock);
  }
}
