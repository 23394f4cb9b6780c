package io.clientele.bootstrap;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.clientele.application.views.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Sessions;
import io.clientele.domain.identity.SignInNetworks;
import io.clientele.domain.identity.Withdrawals;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewLedger;
import io.clientele.persistence.ChangeStore;
import io.clientele.persistence.Database;
import io.clientele.persistence.IdentityCleaning;
import io.clientele.persistence.JdbcAccounts;
import io.clientele.persistence.JdbcApiKeys;
import io.clientele.persistence.JdbcCensus;
import io.clientele.persistence.JdbcFlushLog;
import io.clientele.persistence.JdbcKeptAnswers;
import io.clientele.persistence.JdbcOperators;
import io.clientele.persistence.JdbcSessions;
import io.clientele.persistence.JdbcSignInNetworks;
import io.clientele.persistence.JdbcViewHistory;
import io.clientele.persistence.JdbcViewLedger;
import io.clientele.persistence.JdbcWithdrawals;
import io.clientele.persistence.ViewDays;
import io.clientele.persistence.ViewRanking;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The durable ports, on PostgreSQL. */
@Module
interface PersistenceModule {
  @Provides
  @Singleton
  static Database database(Config config, OpenTelemetry telemetry) {
    return new Database(config.database(), telemetry);
  }

  @Provides
  @Singleton
  static ChangeStore changes(Config config) {
    return new ChangeStore(config.dataKeys());
  }

  @Provides
  @Singleton
  static Accounts accounts(Database database, ChangeStore changes) {
    return new JdbcAccounts(database, changes);
  }

  @Provides
  @Singleton
  static JdbcKeptAnswers jdbcKeptAnswers(Database database) {
    return new JdbcKeptAnswers(database);
  }

  @Binds
  KeptAnswers keptAnswers(JdbcKeptAnswers answers);

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

  @Provides
  @Singleton
  static ViewHistory viewHistory(Database database) {
    return new JdbcViewHistory(database);
  }

  @Provides
  @Singleton
  static Operators operators(Database database, ChangeStore changes) {
    return new JdbcOperators(database, changes);
  }

  @Provides
  @Singleton
  static Sessions sessions(Database database, ChangeStore changes) {
    return new JdbcSessions(database, changes);
  }

  @Provides
  static SignInNetworks signInNetworks(Database database) {
    return new JdbcSignInNetworks(database);
  }

  @Provides
  @Singleton
  static ApiKeys apiKeys(Database database, ChangeStore changes) {
    return new JdbcApiKeys(database, changes);
  }

  @Provides
  @Singleton
  static Withdrawals withdrawals(Database database) {
    return new JdbcWithdrawals(database);
  }

  /** What the tables need, on any instance: ranks a minute old at most, old hours in their days. */
  @Provides
  @Singleton
  static List<Job> jobs(
      Database database, JdbcCensus census, JdbcKeptAnswers answers, InstantSource clock) {
    return List.of(
        new Job("view-ranking", Duration.ofSeconds(3), 0.2, new ViewRanking(database)::refresh),
        new Job("view-days", Duration.ofHours(1), 0.5, new ViewDays(database)::move),
        new Job("account-census", Duration.ofSeconds(10), 0.5, census::fold),
        new Job("kept-answers", Duration.ofMinutes(10), 0.5, () -> answers.clear(clock.instant())),
        new Job(
            "identity-cleaning", Duration.ofHours(1), 0.5, new IdentityCleaning(database)::clean));
  }
}
