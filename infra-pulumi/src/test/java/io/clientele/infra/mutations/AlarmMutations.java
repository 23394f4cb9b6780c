package io.clientele.infra.mutations;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes each alarm silent: no threshold is reached, or it watches something that does not exist.
 */
final class AlarmMutations {
  private static final double NEVER = 1_000_000_000;

  private AlarmMutations() {}

  static List<Mutation> of(ResourceGraph graph) {
    var all = new ArrayList<Mutation>();
    graph
        .all("cloudwatch/metricAlarm:MetricAlarm")
        .forEach(
            alarm -> {
              var isAbove = alarm.text("comparisonOperator").startsWith("Greater");
              set(all, graph, alarm, "threshold", isAbove ? NEVER : -NEVER);
              set(
                  all,
                  graph,
                  alarm,
                  "comparisonOperator",
                  isAbove ? "LessThanThreshold" : "GreaterThanThreshold");
              set(all, graph, alarm, "metricName", "Other");
              set(all, graph, alarm, "namespace", "Other");
              set(all, graph, alarm, "evaluationPeriods", 1_000.0);
              set(all, graph, alarm, "datapointsToAlarm", 1_000.0);
              set(all, graph, alarm, "period", 86_400.0);
              set(all, graph, alarm, "actionsEnabled", false);
              set(all, graph, alarm, "alarmActions", List.of("arn:aws:sns:x:1:other"));
              set(all, graph, alarm, "dimensions", Map.of());
              alarm
                  .at("dimensions")
                  .ifPresent(
                      dimensions ->
                          ((Map<?, ?>) dimensions)
                              .keySet()
                              .forEach(
                                  key -> set(all, graph, alarm, "dimensions." + key, "other")));
            });
    return all;
  }

  private static void set(
      List<Mutation> all, ResourceGraph graph, ResourceNode alarm, String path, Object value) {
    all.add(
        new Mutation(
            StackMutations.named(alarm, path + ": " + value),
            graph.replaced(alarm, alarm.with(path, value))));
  }
}
