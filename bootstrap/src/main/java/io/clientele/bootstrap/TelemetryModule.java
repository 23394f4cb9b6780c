package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;

/** The OpenTelemetry SDK; nothing else knows it. */
@Module
interface TelemetryModule {
  @Provides
  @Singleton
  static Telemetry telemetry(Config config) {
    return Telemetry.on(config.http().bind(), config.managementPort());
  }

  @Provides
  @Singleton
  static Meter meter(Telemetry telemetry) {
    return telemetry.meter();
  }
}
