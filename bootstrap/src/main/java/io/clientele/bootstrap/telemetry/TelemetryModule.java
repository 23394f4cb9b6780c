package io.clientele.bootstrap.telemetry;

import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;

/** The OpenTelemetry SDK; nothing else knows it. */
@Module
public interface TelemetryModule {
  @Provides
  @Singleton
  static TelemetrySdk telemetry(Config config) {
    return TelemetrySdk.of(config.telemetry(), config.http().bind(), config.managementPort());
  }

  @Provides
  static OpenTelemetry api(TelemetrySdk telemetry) {
    return telemetry.api();
  }

  @Provides
  @Singleton
  static Meter meter(TelemetrySdk telemetry) {
    return telemetry.meter();
  }
}
