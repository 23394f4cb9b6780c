package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Logs, alarms, the topic that they go to. */
final class ObservabilityRules {
  private static final String LOGS = "cloudwatch/logGroup:LogGroup";
  private static final String ALARM = "cloudwatch/metricAlarm:MetricAlarm";
  private static final String TOPIC = "sns/topic:Topic";
  private static final String SUBSCRIPTION = "sns/topicSubscription:TopicSubscription";
  private static final String PICTURE = "cloudwatch/dashboard:Dashboard";

  /** What somebody must be called for, by the metric. */
  private static final Set<String> WATCHED =
      Set.of(
          "CPUUtilization",
          "MemoryUtilization",
          "HTTPCode_Target_5XX_Count",
          "HTTPCode_ELB_5XX_Count",
          "TargetResponseTime",
          "UnHealthyHostCount",
          "clientele_views_oldest_pending_seconds",
          "clientele_flush_failures_total",
          "clientele_views_lost_total",
          "FreeStorageSpace",
          "Evictions");

  private ObservabilityRules() {}

  static List<StackRule> all() {
    return Stream.of(logs(), alarms()).flatMap(List::stream).toList();
  }

  private static List<StackRule> logs() {
    return List.of(
        StackRule.each(
            "CKV_AWS_158",
            "logs are encrypted with our key",
            LOGS,
            node -> node.text("kmsKeyId").contains("Key:"),
            graph -> graph.set(LOGS, "service", "kmsKeyId", null)),
        StackRule.each(
            "CKV_AWS_338",
            "logs are kept for a year",
            LOGS,
            node -> node.number("retentionInDays") >= 365,
            graph ->
                graph.plus(
                    NetworkRules.node(
                        LOGS,
                        "other",
                        Map.of("kmsKeyId", "arn:Key:some", "retentionInDays", 30.0)))),
        StackRule.each(
            "OURS.retention",
            "logs go after 7 or 30 days",
            LOGS,
            node ->
                node.number("retentionInDays") == (node.name().contains("-prod-") ? 30 : 7)
                    || node.number("retentionInDays") >= 365,
            graph -> graph.set(LOGS, "flows", "retentionInDays", 14.0)));
  }

  private static List<StackRule> alarms() {
    return List.of(
        StackRule.each(
            "SNS.1",
            "what is told of alarms is encrypted with our key",
            TOPIC,
            node -> node.text("kmsMasterKeyId").contains("Key:"),
            graph -> graph.set(TOPIC, "alarms", "kmsMasterKeyId", null)),
        StackRule.each(
            "CloudWatch.15",
            "every alarm calls somebody",
            ALARM,
            node -> node.texts("alarmActions").stream().anyMatch(each -> each.contains("Topic:")),
            graph -> graph.set(ALARM, "latency", "alarmActions", List.of())),
        StackRule.eachIn(
            "OURS.somebody",
            "and there is somebody",
            TOPIC,
            (graph, node) ->
                graph
                    .all(SUBSCRIPTION)
                    .anyMatch(each -> each.text("topic").endsWith(":" + node.name())),
            graph -> graph.without(SUBSCRIPTION, "alarms")),
        StackRule.whole(
            "OURS.watched",
            "what must be watched is",
            graph -> unwatched(graph).stream(),
            graph -> graph.without(ALARM, "flush-late")),
        StackRule.whole(
            "OURS.picture",
            "the picture shows what alarms are about",
            ObservabilityRules::undrawn,
            graph ->
                graph.edit(
                    PICTURE,
                    "overview",
                    node ->
                        node.with(
                            "dashboardBody",
                            node.text("dashboardBody").replace("UnHealthyHostCount", "Other")))));
  }

  private static Set<String> unwatched(ResourceGraph graph) {
    var left = new TreeSet<>(WATCHED);
    graph.all(ALARM).map(node -> node.text("metricName")).forEach(left::remove);
    return left;
  }

  private static Stream<String> undrawn(ResourceGraph graph) {
    var drawn = graph.only(PICTURE).text("dashboardBody");
    return Stream.of(
            "CPUUtilization",
            "MemoryUtilization",
            "5XX_Count",
            "TargetResponseTime",
            "\"UnHealthyHostCount",
            "clientele_views_oldest_pending_seconds",
            "DatabaseMemoryUsagePercentage")
        .filter(metric -> !drawn.contains(metric));
  }
}
