package io.clientele.infra.observability;

import com.pulumi.core.Output;
import io.clientele.infra.config.DeploymentStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A CloudWatch metric with a statistic. */
record CloudWatchMetric(
    String namespace, String name, String statistic, Map<String, Output<String>> dimensions) {

  /** A metric that the service itself exposes and the collector beside it publishes. */
  static CloudWatchMetric ofService(DeploymentStage stage, String name, String statistic) {
    return new CloudWatchMetric(
        "Clientele/" + stage.id(), name, statistic, Map.of("service", Output.of("clientele")));
  }

  /** The dimensions in the form that alarms use. */
  Output<Map<String, String>> dimensionOutputs() {
    var keys = List.copyOf(new TreeMap<>(dimensions).keySet());
    return Output.all(keys.stream().map(dimensions::get).toList())
        .applyValue(
            values -> {
              var all = new TreeMap<String, String>();
              for (var i = 0; i < keys.size(); i++) {
                all.put(keys.get(i), values.get(i));
              }
              return all;
            });
  }

  /** The metric in the form that dashboards use: name and dimensions in one list. */
  List<Object> toWidgetRow(String color) {
    var row = new ArrayList<Object>(List.of(namespace, name));
    new TreeMap<>(dimensions)
        .forEach(
            (key, value) -> {
              row.add(key);
              row.add(value);
            });
    row.add(Map.of("stat", statistic, "color", color));
    return row;
  }
}
