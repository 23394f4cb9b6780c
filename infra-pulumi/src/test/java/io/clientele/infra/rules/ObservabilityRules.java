package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rules for logs, alarms and the alarm topic. */
final class ObservabilityRules {
  private static final String LOGS = "cloudwatch/logGroup:LogGroup";
  private static final String ALARM = "cloudwatch/metricAlarm:MetricAlarm";
  private static final String TOPIC = "sns/topic:Topic";
  private static final String SUBSCRIPTION = "sns/topicSubscription:TopicSubscription";
  private static final String DASHBOARD = "cloudwatch/dashboard:Dashboard";

  /** The metrics that must have an alarm. */
  private static final Set<String> REQUIRED_METRICS =
      Set.of(
          "CPUUtilization",
          "MemoryUtilization",
          "HTTPCode_Target_5XX_Count",
          "HTTPCode_ELB_5XX_Count",
          "TargetResponseTime",
          "UnHealthyHostCount",
          "clientele_flush_age_seconds",
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
            "log groups are encrypted with a customer-managed key",
            LOGS,
            node -> node.text("kmsKeyId").contains("Key:"),
            graph -> graph.set(LOGS, "service", "kmsKeyId", null)),
        StackRule.each(
            "CKV_AWS_338",
            "log retention is at least a year",
            LOGS,
            node -> node.number("retentionInDays") >= 365,
            graph ->
                graph.plus(
                    NetworkRules.node(
                        LOGS,
                        "other",
                        Map.of("kmsKeyId", "arn:Key:some", "retentionInDays", 30.0)))),
        StackRule.each(
            "CLIENTELE.retention",
            "log retention is 7 days, and 30 days in prod",
            LOGS,
            node -> node.number("retentionInDays") == (node.name().contains("-prod-") ? 30 : 7),
            graph -> graph.set(LOGS, "flows", "retentionInDays", 14.0)));
  }

  private static List<StackRule> alarms() {
    return List.of(
        StackRule.each(
            "SNS.1",
            "the alarm topic is encrypted with a customer-managed key",
            TOPIC,
            node -> node.text("kmsMasterKeyId").contains("Key:"),
            graph -> graph.set(TOPIC, "alarms", "kmsMasterKeyId", null)),
        StackRule.each(
            "CloudWatch.15",
            "every alarm has an action",
            ALARM,
            node -> node.texts("alarmActions").stream().anyMatch(each -> each.contains("Topic:")),
            graph -> graph.set(ALARM, "latency", "alarmActions", List.of())),
        StackRule.eachIn(
            "CLIENTELE.subscriber",
            "the alarm topic has a subscriber",
            TOPIC,
            (graph, node) ->
                graph
                    .all(SUBSCRIPTION)
                    .anyMatch(each -> each.text("topic").endsWith(":" + node.name())),
            graph -> graph.without(SUBSCRIPTION, "alarms")),
        StackRule.whole(
            "CLIENTELE.alarms",
            "each required metric has an alarm",
            graph -> metricsWithoutAlarm(graph).stream(),
            graph -> graph.without(ALARM, "flush-late")),
        StackRule.whole(
            "CLIENTELE.dashboard",
            "the dashboard shows the alarms' metrics",
            ObservabilityRules::metricsNotShown,
            graph ->
                graph.edit(
                    DASHBOARD,
                    "overview",
                    node ->
                        node.with(
                            "dashboardBody",
                            node.text("dashboardBody").replace("UnHealthyHostCount", "Other")))));
  }

  private static Set<String> metricsWithoutAlarm(ResourceGraph graph) {
    var left = new TreeSet<>(REQUIRED_METRICS);
    graph.all(ALARM).map(node -> node.text("metricName")).forEach(left::remove);
    return left;
  }

  private static Stream<String> metricsNotShown(ResourceGraph graph) {
    var shown = graph.only(DASHBOARD).text("dashboardBody");
    return Stream.of(
            "CPUUtilization",
            "MemoryUtilization",
            "5XX_Count",
            "TargetResponseTime",
            "\"UnHealthyHostCount",
            "clientele_views_oldest_pending_seconds",
            "DatabaseMemoryUsagePercentage")
        .filter(metric -> !shown.contains(metric));
  }
}
