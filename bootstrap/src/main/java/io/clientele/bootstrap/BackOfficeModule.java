package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.account.ExportAccounts;
import io.clientele.application.account.OpenAccounts;
import io.clientele.application.account.RehearseOpenings;
import io.clientele.application.statistics.ReadStatistics;
import io.clientele.application.views.Views;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.views.ViewHistory;
import io.clientele.http.Routes;
import io.clientele.http.account.ExportRoutes;
import io.clientele.http.account.ImportRoutes;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.persistence.ChangeStore;
import io.clientele.persistence.Database;
import io.clientele.persistence.JdbcCensus;
import io.clientele.persistence.JdbcOpenings;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What is asked of all accounts together: figures, exports and imports. */
@Module
interface BackOfficeModule {
  @Provides
  @Singleton
  static JdbcCensus census(Database database) {
    return new JdbcCensus(database);
  }

  @Provides
  static ReadStatistics readStatistics(
      JdbcCensus census,
      ViewHistory history,
      Views views,
      Operators operators,
      InstantSource clock) {
    return new ReadStatistics(census, history, views, operators, clock);
  }

  @Provides
  static ExportAccounts exportAccounts(Accounts accounts, AuditTrail audit, InstantSource clock) {
    return new ExportAccounts(accounts, audit, clock);
  }

  @Provides
  static ImportRoutes importRoutes(
      Database database, ChangeStore changes, KeptAnswers answers, InstantSource clock) {
    var openings = new JdbcOpenings(database, changes);
    var ids = new AccountIds(clock);
    return new ImportRoutes(
        new OpenAccounts(openings, answers, ids, clock),
        new RehearseOpenings(openings, ids, clock));
  }

  /** To be added before those that would take their last part for an id. */
  @Provides
  static Consumer<Routes> routes(
      ReadStatistics statistics, ExportAccounts exporting, ImportRoutes importing) {
    return routes -> {
      new ExportRoutes(exporting).addTo(routes);
      importing.addTo(routes);
      new StatisticsRoutes(statistics).addTo(routes);
    };
  }
}
