package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.identity.AuthenticatorModule;
import io.clientele.bootstrap.identity.FirstAdministrator;
import io.clientele.bootstrap.lifecycle.JobScheduler;
import io.clientele.bootstrap.lifecycle.ManagedParts;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.bootstrap.telemetry.TelemetrySdk;
import io.clientele.http.health.HealthState;
import io.clientele.http.server.HttpServer;
import io.clientele.persistence.jdbc.Database;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/**
 * The component: everything that runs, made of the settings. Its methods are what the life cycle
 * calls. Making it binds no port and opens no connection.
 */
@Singleton
@Component(modules = {Platform.class, AuthenticatorModule.class, Contexts.class})
interface Service {
  Config config();

  HttpServer http();

  HealthState health();

  Database database();

  ManagedParts managed();

  JobScheduler jobs();

  TelemetrySdk telemetry();

  Set<Meters> meters();

  FirstAdministrator firstAdministrator();

  /** Makes one from settings and a clock. */
  @Component.Factory
  interface Factory {
    Service of(@BindsInstance Config config, @BindsInstance InstantSource clock);
  }
}
