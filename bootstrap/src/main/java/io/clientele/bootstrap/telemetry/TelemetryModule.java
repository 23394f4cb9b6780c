package io.clientele.bootstrap.telemetry;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;

/** Provides the OpenTelemetry SDK. No other module depends on it. */
@Module
public interface TelemetryModule {
  @Provides
  @Singleton
  static TelemetrySdk telemetry(Config config) {
    return TelemetrySdk.of(config.telemetry(), config.http().bind(), config.managementPort());
  }

  @Provides
  @IntoSet
  static Managed managed(TelemetrySdk telemetry) {
    return Managed.stopping("telemetry", Phase.TELEMETRY, telemetry);
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
