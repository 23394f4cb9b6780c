package io.clientele.infra.reviewed;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row of {@code alarms.txt}: what an alarm watches, and when it starts. */
public record ReviewedAlarm(List<String> words) {
  private static final String ALARM = "cloudwatch/metricAlarm:MetricAlarm";
  private static final String NODE = "NODE";

  /** The rows for a stack, in which each node of the cache has its own. */
  public static List<ReviewedAlarm> of(ResourceGraph graph) {
    var rows = ReviewedTable.rows("alarms.txt");
    return rows.stream()
        .flatMap(
            row ->
                row.get(0).endsWith(NODE)
                    ? nodes(graph)
                        .map(node -> row.stream().map(w -> w.replace(NODE, node)).toList())
                    : Stream.of(row))
        .map(ReviewedAlarm::new)
        .toList();
  }

  private static Stream<String> nodes(ResourceGraph graph) {
    var cache = graph.only("elasticache/replicationGroup:ReplicationGroup");
    var replicas = (int) cache.number("replicasPerNodeGroup");
    return IntStream.rangeClosed(1, (int) cache.number("numNodeGroups"))
        .boxed()
        .flatMap(
            shard ->
                IntStream.rangeClosed(1, 1 + Math.min(replicas, 5))
                    .mapToObj(node -> "%s-%04d-%03d".formatted(cache.name(), shard, node)));
  }

  /** Whether the stack has this alarm as it was reviewed. */
  public boolean isIn(ResourceGraph graph) {
    return graph
        .all(ALARM)
        .filter(node -> node.name().replaceFirst("clientele-[a-z]+-", "").equals(words.get(0)))
        .anyMatch(node -> watches(node, graph) && starts(node));
  }

  private boolean watches(ResourceNode alarm, ResourceGraph graph) {
    var stage = alarm.name().split("-")[1];
    var metric = words.get(1).replace("STAGE", stage);
    return metric.equals(alarm.text("namespace") + "/" + alarm.text("metricName"))
        && words.get(2).equals(alarm.text("statistic") + alarm.text("extendedStatistic"))
        && dimensions(stage, graph).equals(alarm.at("dimensions").orElse(Map.of()));
  }

  private Map<String, String> dimensions(String stage, ResourceGraph graph) {
    var all = new TreeMap<String, String>();
    for (var word : words.subList(8, words.size())) {
      var pair = word.split("=");
      all.put(pair[0], isServer(pair[0]) ? server(graph, pair[1]) : value(pair[0], pair[1], stage));
    }
    return all;
  }

  private static boolean isServer(String key) {
    return key.equals("DBInstanceIdentifier");
  }

  /** A restored server has another name than the one that it replaces. */
  private static String server(ResourceGraph graph, String name) {
    return graph.one("rds/instance:Instance", name).text("identifier");
  }

  private static String value(String key, String name, String stage) {
    var full = "clientele-" + stage + "-" + name;
    return switch (key) {
      case "LoadBalancer" -> "app/" + full + "/1";
      case "TargetGroup" -> "targetgroup/" + full + "/1";
      case "service", "CacheClusterId" -> name;
      default -> full;
    };
  }

  private boolean starts(ResourceNode alarm) {
    var comparison = words.get(3).equals(">") ? "GreaterThanThreshold" : "LessThanThreshold";
    var threshold = alarm.number("threshold");
    var points = words.get(7).split("/");
    return comparison.equals(alarm.text("comparisonOperator"))
        && threshold >= Double.parseDouble(words.get(4))
        && threshold <= Double.parseDouble(words.get(5))
        && alarm.text("period").equals(words.get(6))
        && alarm.text("datapointsToAlarm").equals(points[0])
        && alarm.text("evaluationPeriods").equals(points[1])
        && alarm.at("actionsEnabled").isEmpty();
  }

  @Override
  public String toString() {
    return "alarm " + words.get(0);
  }
}
