package io.clientele.bootstrap.telemetry;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Metrics of another collector and, with count 0, the histograms that nothing was recorded in yet:
 * OpenTelemetry leaves those out, and a rule cannot tell a missing series from a broken one.
 */
record EmptyHistograms(MultiCollector metrics) implements MultiCollector {
  /** The histograms that alert rules and dashboards use, in seconds. */
  private static final List<String> NAMES =
      List.of(
          "http_server_request_duration_seconds",
          "db_client_operation_duration_seconds",
          "clientele_flush_duration_seconds",
          "jvm_gc_duration_seconds");

  private static final ClassicHistogramBuckets NOTHING =
      ClassicHistogramBuckets.builder().bucket(Double.POSITIVE_INFINITY, 0).build();

  @Override
  public MetricSnapshots collect() {
    var all = new ArrayList<MetricSnapshot>();
    var names = new HashSet<String>();
    for (var metric : metrics.collect()) {
      all.add(metric);
      names.add(metric.getMetadata().getPrometheusName());
    }
    NAMES.stream()
        .filter(name -> !names.contains(name))
        .map(EmptyHistograms::empty)
        .forEach(all::add);
    return new MetricSnapshots(all);
  }

  private static HistogramSnapshot empty(String name) {
    return HistogramSnapshot.builder()
        .name(name)
        .unit(Unit.SECONDS)
        .help("No value is recorded yet")
        .dataPoint(
            HistogramDataPointSnapshot.builder().classicHistogramBuckets(NOTHING).sum(0).build())
        .build();
  }
}
