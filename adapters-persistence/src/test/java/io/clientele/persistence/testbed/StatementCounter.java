package io.clientele.persistence.testbed;

import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;

/** Counts the statements of a {@link Database} by the measurement that each of them leaves. */
public final class StatementCounter {
  private final InMemoryMetricReader reader = InMemoryMetricReader.createDelta();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();

  public OpenTelemetry telemetry() {
    return telemetry;
  }

  /** Statements since the last call, commits included. */
  public long next() {
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("db.client.operation.duration"))
        .flatMap(metric -> metric.getHistogramData().getPoints().stream())
        .mapToLong(HistogramPointData::getCount)
        .sum();
  }
}
