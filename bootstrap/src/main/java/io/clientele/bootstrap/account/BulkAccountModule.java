package io.clientele.bootstrap.account;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.bulk.ChangeManyAccounts;
import io.clientele.application.account.bulk.DryRunImport;
import io.clientele.application.account.bulk.ExportAccounts;
import io.clientele.application.account.bulk.ImportAccounts;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.EndedImports;
import io.clientele.domain.kernel.AuditLog;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.http.account.AccountExportRoutes;
import io.clientele.http.account.BulkChangeRoutes;
import io.clientele.http.account.importing.AccountImportRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.account.JdbcBulkAccounts;
import io.clientele.persistence.account.JdbcEndedImports;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import java.time.InstantSource;

/** Provides the use cases and routes of many accounts at once. */
@Module
interface BulkAccountModule {
  @Provides
  static EndedImports endedImports(Database database) {
    return new JdbcEndedImports(database);
  }

  @Provides
  static ExportAccounts exportAccounts(
      AccountDirectory directory, AuditLog audit, InstantSource clock) {
    return new ExportAccounts(directory, audit, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup bulkChangeRoutes(
      SuspendAccount suspend, ReactivateAccount reactivate, CloseAccount close) {
    return new BulkChangeRoutes(new ChangeManyAccounts(suspend, reactivate, close));
  }

  @Provides
  @IntoSet
  static RouteGroup accountExportRoutes(ExportAccounts exporting) {
    return new AccountExportRoutes(exporting);
  }

  @Provides
  @IntoSet
  static RouteGroup accountImportRoutes(
      Database database, ChangeStore changes, IdempotencyStore answers, InstantSource clock) {
    var openings = new JdbcBulkAccounts(database, changes);
    var ids = new AccountIdGenerator(clock);
    return new AccountImportRoutes(
        new ImportAccounts(openings, answers, ids, clock), new DryRunImport(openings, ids, clock));
  }
}
