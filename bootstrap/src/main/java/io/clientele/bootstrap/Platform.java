package io.clientele.bootstrap;

import dagger.Module;
import dagger.multibindings.Multibinds;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.lifecycle.LifecycleModule;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.SchemaCheck;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.bootstrap.telemetry.TelemetryModule;
import io.clientele.http.health.HealthCheck;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.migration.SchemaContribution;
import java.util.Set;

/**
 * The Dagger modules that serve all contexts, and the sets that contexts contribute to. Names no
 * context.
 */
@Module(
    includes = {
      HttpModule.class,
      PersistenceModule.class,
      CacheModule.class,
      ConfigModule.class,
      LifecycleModule.class,
      TelemetryModule.class
    })
interface Platform {
  @Multibinds
  Set<Job> jobs();

  @Multibinds
  Set<Managed> managed();

  @Multibinds
  Set<HealthCheck> healthChecks();

  @Multibinds
  Set<Meters> meters();

  @Multibinds
  Set<SchemaContribution> schema();

  @Multibinds
  Set<SchemaCheck> schemaChecks();

  @Multibinds
  Set<ErasureVeto> erasureVetoes();
}
