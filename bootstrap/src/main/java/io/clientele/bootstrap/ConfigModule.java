package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.config.RateLimitSettings;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.kernel.RateLimit;
import jakarta.inject.Singleton;
import java.util.Set;

/** The settings: those of the service and those that contexts contribute. */
@Module
interface ConfigModule {
  @Multibinds
  Set<SettingGroup> groups();

  /** Contributes the setting of each rate limit: a context contributes the limit alone. */
  @Provides
  @IntoSet
  static SettingGroup rateLimits(Set<RateLimit> limits) {
    return RateLimitSettings.group(limits);
  }

  @Provides
  @Singleton
  static Config config(EnvironmentVariables environment, Set<SettingGroup> groups) {
    return Config.from(environment.values(), groups);
  }

  /** Settings of a migration, which needs no other setting. */
  @Provides
  @Singleton
  static Config.Schema schema(EnvironmentVariables environment, Set<SettingGroup> groups) {
    return Config.schemaFrom(environment.values(), groups);
  }
}
