package io.clientele.bootstrap.audit;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;

/** Collects the values of gauges. */
final class CollectedGauges implements AutoCloseable {
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider meters =
      SdkMeterProvider.builder().registerMetricReader(reader).build();

  Meter meter() {
    return meters.get("test");
  }

  long whole(String name) {
    return metric(name).getLongGaugeData().getPoints().iterator().next().getValue();
  }

  double fraction(String name) {
    return metric(name).getDoubleGaugeData().getPoints().iterator().next().getValue();
  }

  private MetricData metric(String name) {
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    meters.close();
  }
}
