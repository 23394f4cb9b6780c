package io.clientele.bootstrap;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.ViewLedger;
import io.clientele.persistence.Database;
import io.clientele.persistence.JdbcAccounts;
import io.clientele.persistence.JdbcFlushLog;
import io.clientele.persistence.JdbcViewLedger;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;

/** The durable ports, on PostgreSQL. */
@Module
interface PersistenceModule {
  @Provides
  @Singleton
  static Database database(Config config) {
    return new Database(config.database());
  }

  @Provides
  @Singleton
  static Accounts accounts(Database database) {
    return new JdbcAccounts(database);
  }

  @Provides
  @Singleton
  static JdbcViewLedger jdbcLedger(Database database) {
    return new JdbcViewLedger(database);
  }

  @Binds
  ViewLedger ledger(JdbcViewLedger ledger);

  @Provides
  @Singleton
  static FlushLog flushLog(Database database, Meter meter) {
    return new JdbcFlushLog(database, new FlushMeters(meter)::add);
  }
}
