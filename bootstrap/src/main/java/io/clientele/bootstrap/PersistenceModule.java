package io.clientele.bootstrap;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.views.FlushMetrics;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.account.AccountRanking;
import io.clientele.persistence.account.JdbcAccountCounts;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.JdbcIdempotencyStore;
import io.clientele.persistence.identity.IdentityCleanup;
import io.clientele.persistence.identity.JdbcApiKeys;
import io.clientele.persistence.identity.JdbcOperators;
import io.clientele.persistence.identity.JdbcRevocations;
import io.clientele.persistence.identity.JdbcSessions;
import io.clientele.persistence.identity.JdbcSignInNetworks;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.views.DailyRollup;
import io.clientele.persistence.views.JdbcFlushLog;
import io.clientele.persistence.views.JdbcViewHistory;
import io.clientele.persistence.views.JdbcViewLedger;
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
  static JdbcIdempotencyStore jdbcKeptAnswers(Database database) {
    return new JdbcIdempotencyStore(database);
  }

  @Binds
  IdempotencyStore keptAnswers(JdbcIdempotencyStore answers);

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
    return new JdbcFlushLog(database, new FlushMetrics(meter)::add);
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
  static Revocations withdrawals(Database database) {
    return new JdbcRevocations(database);
  }

  /** What the tables need, on any instance: ranks a minute old at most, old hours in their days. */
  @Provides
  @Singleton
  static List<Job> jobs(
      Database database,
      JdbcAccountCounts census,
      JdbcIdempotencyStore answers,
      InstantSource clock) {
    return List.of(
        new Job("view-ranking", Duration.ofSeconds(3), 0.2, new AccountRanking(database)::refresh),
        new Job("view-days", Duration.ofHours(1), 0.5, new DailyRollup(database)::move),
        new Job("account-census", Duration.ofSeconds(10), 0.5, census::fold),
        new Job("kept-answers", Duration.ofMinutes(10), 0.5, () -> answers.clear(clock.instant())),
        new Job(
            "identity-cleaning", Duration.ofHours(1), 0.5, new IdentityCleanup(database)::clean));
  }
}
