package io.clientele.bootstrap.config;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.Multibinds;
import jakarta.inject.Singleton;
import java.util.Set;

/** The settings: those of the service and those that contexts contribute. */
@Module
public interface ConfigModule {
  @Multibinds
  Set<SettingGroup> groups();

  @Provides
  @Singleton
  static Config config(EnvironmentVariables environment, Set<SettingGroup> groups) {
    return Config.from(environment.values(), groups);
  }

  /** Settings of a migration, which needs no other setting. */
  @Provides
  @Singleton
  static Config.Schema schema(EnvironmentVariables environment) {
    return Config.schemaFrom(environment.values());
  }
}
