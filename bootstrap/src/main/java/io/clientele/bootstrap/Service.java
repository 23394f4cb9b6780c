package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.identity.AuthenticatorModule;
import io.clientele.bootstrap.identity.FirstAdministrator;
import io.clientele.bootstrap.lifecycle.JobScheduler;
import io.clientele.bootstrap.lifecycle.ManagedParts;
import io.clientele.bootstrap.lifecycle.RebuildableView;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.bootstrap.telemetry.TelemetrySdk;
import io.clientele.http.health.HealthState;
import io.clientele.http.server.HttpServer;
import io.clientele.persistence.jdbc.Database;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/**
 * The Dagger component of the service. Its methods are called by the life cycle. Its creation reads
 * no setting, binds no port and opens no connection.
 */
@Singleton
@Component(modules = {Platform.class, AuthenticatorModule.class, Contexts.class})
interface Service {
  /**
   * The settings.
   *
   * @throws InvalidConfiguration with every fault
   */
  Config config();

  Set<SettingGroup> settingGroups();

  HttpServer http();

  HealthState health();

  Database database();

  /** The schema of all contexts. Needs the settings of a migration only. */
  Schema schema();

  /**
   * The settings of a migration.
   *
   * @throws InvalidConfiguration with every fault
   */
  Config.Schema schemaSettings();

  Set<RebuildableView> rebuildableViews();

  ManagedParts managed();

  JobScheduler jobs();

  TelemetrySdk telemetry();

  Set<Meters> meters();

  FirstAdministrator firstAdministrator();

  /** Creates the component from the environment and a clock. */
  @Component.Factory
  interface Factory {
    Service of(@BindsInstance EnvironmentVariables environment, @BindsInstance InstantSource clock);
  }
}
