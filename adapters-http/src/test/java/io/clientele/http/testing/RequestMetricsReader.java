package io.clientele.http.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the meters of a service tell. */
public final class RequestMetricsReader implements AutoCloseable {
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();

  public OpenTelemetry telemetry() {
    return sdk;
  }

  /** How many requests each door has turned away. */
  public Map<String, Long> shed() {
    var door = AttributeKey.stringKey("door");
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("clientele.requests.shed"))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .collect(
            Collectors.toMap(point -> point.getAttributes().get(door), point -> point.getValue()));
  }

  /** The schemes that durations of requests are told by. */
  public Set<String> schemes() {
    var scheme = AttributeKey.stringKey("url.scheme");
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("http.server.request.duration"))
        .flatMap(metric -> metric.getHistogramData().getPoints().stream())
        .map(point -> String.valueOf(point.getAttributes().get(scheme)))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    sdk.close();
  }
}
