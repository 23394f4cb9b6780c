package io.clientele.bootstrap.statistics;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.account.bulk.DryRunImport;
import io.clientele.application.account.bulk.ExportAccounts;
import io.clientele.application.account.bulk.ImportAccounts;
import io.clientele.application.statistics.ReadStatistics;
import io.clientele.application.views.Views;
import io.clientele.bootstrap.account.AccountIdGenerator;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.http.account.AccountExportRoutes;
import io.clientele.http.account.importing.AccountImportRoutes;
import io.clientele.http.route.Routes;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.persistence.account.JdbcAccountCounts;
import io.clientele.persistence.account.JdbcBulkAccounts;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What is asked of all accounts together: figures, exports and imports. */
@Module
public interface StatisticsModule {
  @Provides
  @Singleton
  static JdbcAccountCounts census(Database database) {
    return new JdbcAccountCounts(database);
  }

  @Provides
  static ReadStatistics readStatistics(
      JdbcAccountCounts census,
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
  static AccountImportRoutes importRoutes(
      Database database, ChangeStore changes, IdempotencyStore answers, InstantSource clock) {
    var openings = new JdbcBulkAccounts(database, changes);
    var ids = new AccountIdGenerator(clock);
    return new AccountImportRoutes(
        new ImportAccounts(openings, answers, ids, clock), new DryRunImport(openings, ids, clock));
  }

  /** To be added before those that would take their last part for an id. */
  @Provides
  static Consumer<Routes> routes(
      ReadStatistics statistics, ExportAccounts exporting, AccountImportRoutes importing) {
    return routes -> {
      new AccountExportRoutes(exporting).addTo(routes);
      importing.addTo(routes);
      new StatisticsRoutes(statistics).addTo(routes);
    };
  }
}
