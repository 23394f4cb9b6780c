package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import io.clientele.application.identity.AddFirstAdmin;
import io.clientele.application.identity.KeyUses;
import io.clientele.application.views.Views;
import io.clientele.bootstrap.config.Config;
import io.clientele.cache.Redis;
import io.clientele.domain.identity.Operators;
import io.clientele.http.HttpServer;
import io.clientele.http.health.Health;
import io.clientele.persistence.Database;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Everything that runs, made of what is configured. Made, nothing is bound or asked yet. */
@Singleton
@Component(
    modules = {
      AccountModule.class,
      AuditModule.class,
      BackOfficeModule.class,
      AdmissionModule.class,
      IdentityModule.class,
      ViewsModule.class,
      PersistenceModule.class,
      CacheModule.class,
      HttpModule.class,
      TelemetryModule.class
    })
interface Service {
  HttpServer http();

  Health health();

  Database database();

  Operators operators();

  AddFirstAdmin addFirstAdmin();

  Optional<Redis> redis();

  Views views();

  KeyUses keyUses();

  Schedules schedules();

  Telemetry telemetry();

  /** Wires one, by this clock. */
  @Component.Factory
  interface Factory {
    Service of(@BindsInstance Config config, @BindsInstance InstantSource clock);
  }
}
