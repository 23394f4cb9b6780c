package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;

/** The OpenTelemetry SDK; nothing else knows it. */
@Module
interface TelemetryModule {
  @Provides
  @Singleton
  static Telemetry telemetry(Config config) {
    return Telemetry.of(config.telemetry(), config.http().bind(), config.managementPort());
  }

  @Provides
  static OpenTelemetry api(Telemetry telemetry) {
    return telemetry.api();
  }

  @Provides
  @Singleton
  static Meter meter(Telemetry telemetry) {
    return telemetry.meter();
  }
}
