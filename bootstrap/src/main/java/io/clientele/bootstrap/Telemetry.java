package io.clientele.bootstrap;

import io.clientele.bootstrap.config.NotStarted;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.ExplicitBucketHistogramOptions;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.resources.Resource;
import java.io.UncheckedIOException;
import java.util.List;

/** Meters, and the page that shows them to Prometheus. */
final class Telemetry implements AutoCloseable {
  private static final Resource NAMED =
      Resource.getDefault().toBuilder().put("service.name", "clientele").build();

  /** The SDK's own buckets are for milliseconds; all our spans are seconds. */
  private static final View SECONDS =
      View.builder()
          .setAggregation(
              Aggregation.explicitBucketHistogram(
                  ExplicitBucketHistogramOptions.builder()
                      .setBucketBoundaries(
                          List.of(
                              0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5,
                              5.0, 10.0))
                      .build()))
          .build();

  private static final InstrumentSelector HISTOGRAMS =
      InstrumentSelector.builder().setType(InstrumentType.HISTOGRAM).build();

  private final SdkMeterProvider meters;

  private Telemetry(SdkMeterProvider meters) {
    this.meters = meters;
  }

  /** Serves {@code /metrics} at once. */
  static Telemetry on(String host, int port) {
    try {
      var page = PrometheusHttpServer.builder().setHost(host).setPort(port).build();
      return new Telemetry(
          SdkMeterProvider.builder()
              .setResource(NAMED)
              .registerView(HISTOGRAMS, SECONDS)
              .registerMetricReader(page)
              .build());
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
