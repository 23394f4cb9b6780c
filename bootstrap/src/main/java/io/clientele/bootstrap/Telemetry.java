package io.clientele.bootstrap;

import io.clientele.bootstrap.config.NotStarted;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.io.UncheckedIOException;

/** Meters, and the page that shows them to Prometheus. */
final class Telemetry implements AutoCloseable {
  private static final Resource NAMED =
      Resource.getDefault().toBuilder().put("service.name", "clientele").build();

  private final SdkMeterProvider meters;

  private Telemetry(SdkMeterProvider meters) {
    this.meters = meters;
  }

  /** Serves {@code /metrics} at once. */
  static Telemetry on(String host, int port) {
    try {
      var page = PrometheusHttpServer.builder().setHost(host).setPort(port).build();
      return new Telemetry(
          SdkMeterProvider.builder().setResource(NAMED).registerMetricReader(page).build());
    } catch (UncheckedIOException e) {
      throw new NotStarted("cannot listen on " + host + ", port " + port, e);
    }
  }

  Meter meter() {
    return meters.get("clientele");
  }

  @Override
  public void close() {
    meters.close();
  }
}
