package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import io.clientele.application.identity.AddFirstAdmin;
import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.application.views.Views;
import io.clientele.bootstrap.account.AccountModule;
import io.clientele.bootstrap.audit.AuditModule;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.identity.AuthenticatorModule;
import io.clientele.bootstrap.identity.IdentityModule;
import io.clientele.bootstrap.lifecycle.JobScheduler;
import io.clientele.bootstrap.statistics.StatisticsModule;
import io.clientele.bootstrap.telemetry.TelemetryModule;
import io.clientele.bootstrap.telemetry.TelemetrySdk;
import io.clientele.bootstrap.views.ViewsModule;
import io.clientele.cache.Redis;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.http.health.HealthState;
import io.clientele.http.server.HttpServer;
import io.clientele.persistence.jdbc.Database;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Everything that runs, made of what is configured. Made, nothing is bound or asked yet. */
@Singleton
@Component(
    modules = {
      AccountModule.class,
      AuditModule.class,
      StatisticsModule.class,
      AuthenticatorModule.class,
      IdentityModule.class,
      ViewsModule.class,
      PersistenceModule.class,
      CacheModule.class,
      HttpModule.class,
      TelemetryModule.class
    })
interface Service {
  HttpServer http();

  HealthState health();

  Database database();

  Operators operators();

  AddFirstAdmin addFirstAdmin();

  Optional<Redis> redis();

  Views views();

  ApiKeyUsageRecorder keyUses();

  JobScheduler schedules();

  TelemetrySdk telemetry();

  /** Wires one, by this clock. */
  @Component.Factory
  interface Factory {
    Service of(@BindsInstance Config config, @BindsInstance InstantSource clock);
  }
}
