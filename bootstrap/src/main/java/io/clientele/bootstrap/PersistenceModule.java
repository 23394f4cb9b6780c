package io.clientele.bootstrap;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.server.CurrentFront;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.JdbcIdempotencyStore;
import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Provides the database, and the stores that serve all contexts. */
@Module
interface PersistenceModule {
  /** A crowd at the store leaves connections to operations. */
  @Provides
  @Singleton
  static Database database(Config config, OpenTelemetry telemetry) {
    return new Database(config.database(), telemetry, CurrentFront::isStore);
  }

  @Provides
  @IntoSet
  static Managed managed(Database database) {
    return Managed.stopping("database", Phase.DATABASE, database);
  }

  @Provides
  @ElementsIntoSet
  static Set<HealthCheck> healthChecks(Config config, Database database) {
    var primary = new HealthCheck("postgresql", true, database::isReady);
    return config.database().replica() == null
        ? Set.of(primary)
        : Set.of(primary, new HealthCheck("replica", false, database::isReplicaUp));
  }

  @Provides
  @Singleton
  static ChangeStore changes(Config config) {
    return new ChangeStore(config.dataKeys());
  }

  @Provides
  @Singleton
  static JdbcIdempotencyStore jdbcKeptAnswers(Database database) {
    return new JdbcIdempotencyStore(database);
  }

  @Binds
  IdempotencyStore keptAnswers(JdbcIdempotencyStore answers);

  @Provides
  @IntoSet
  static Job clearing(JdbcIdempotencyStore answers, InstantSource clock) {
    return new Job(
        "kept-answers", Duration.ofMinutes(10), 0.5, () -> answers.clear(clock.instant()));
  }
}
