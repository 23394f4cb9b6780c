package io.clientele.infra.observability;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sns.Topic;
import io.clientele.infra.component.Component;
import java.util.List;

/** The CloudWatch alarms. Each sends a notification when it starts and when it ends. */
final class CloudWatchAlarms {
  private static final int MINUTE = 60;

  /** The flush interval: a failing flush raises its counter once in this time. */
  private static final int FLUSH_SECONDS = 300;

  private static final double GIB = 1024.0 * 1024 * 1024;

  private final Component component;
  private final Topic topic;
  private final MonitoredResources resources;

  CloudWatchAlarms(Component component, Topic topic, MonitoredResources resources) {
    this.component = component;
    this.topic = topic;
    this.resources = resources;
  }

  void create() {
    service();
    requests();
    flush();
    database();
    resources.cacheNodes().forEach(this::cache);
  }

  private void service() {
    above("cpu", resources.task("CPUUtilization", "Average"), 85, 5);
    above("memory", resources.task("MemoryUtilization", "Maximum"), 85, 5);
    above("unhealthy-hosts", resources.hosts("UnHealthyHostCount", "Maximum"), 0, 3);
    if (component.context().environment().settings().release().isPresent()) {
      // Before there is a service, nothing registers with the load balancer.
      below("no-hosts", resources.hosts("HealthyHostCount", "Minimum"), 1, "breaching");
    }
  }

  private void requests() {
    above("5xx", resources.requests("HTTPCode_Target_5XX_Count", "Sum"), 10, 2);
    above("5xx-of-balancer", resources.requests("HTTPCode_ELB_5XX_Count", "Sum"), 10, 2);
    above("latency", resources.hosts("TargetResponseTime", "p99"), 0.25, 5);
  }

  /** A view may wait five minutes; a flush is due every 285 seconds and takes a few. */
  private void flush() {
    above("flush-late", own("clientele_flush_age_seconds", "Maximum"), 291, 1);
    above("views-late", own("clientele_views_oldest_pending_seconds", "Maximum"), 300, 1);
    create(
        "flush-failed",
        own("clientele_flush_failures_total", "Sum"),
        alarm("GreaterThanThreshold", 0, 3, "notBreaching")
            .datapointsToAlarm(2)
            .period(FLUSH_SECONDS));
    above("views-lost", own("clientele_views_lost_total", "Sum"), 0, 1);
    above("quarantine", own("clientele_view_quarantine_batches", "Maximum"), 0, 1);
  }

  private CloudWatchMetric own(String name, String statistic) {
    return CloudWatchMetric.ofService(component.context().environment().stage(), name, statistic);
  }

  private void database() {
    var plan = component.context().environment().database();
    above("database-cpu", resources.database("CPUUtilization", "Average"), 80, 10);
    above(
        "database-connections",
        resources.database("DatabaseConnections", "Maximum"),
        0.8 * plan.size().connectionsMax(),
        5);
    below(
        "database-storage",
        resources.database("FreeStorageSpace", "Minimum"),
        plan.storageGb() * GIB / 10,
        "missing");
  }

  /** The cache must not evict. A full cache rejects writes, and views wait in the tasks. */
  private void cache(String node) {
    above(
        "memory-" + node,
        resources.cacheNode(node, "DatabaseMemoryUsagePercentage", "Maximum"),
        75,
        5);
    above("evictions-" + node, resources.cacheNode(node, "Evictions", "Sum"), 0, 1);
  }

  private void above(String name, CloudWatchMetric metric, double threshold, int minutes) {
    create(name, metric, alarm("GreaterThanThreshold", threshold, minutes, "notBreaching"));
  }

  private void below(String name, CloudWatchMetric metric, double threshold, String missingData) {
    create(name, metric, alarm("LessThanThreshold", threshold, 2, missingData));
  }

  private static MetricAlarmArgs.Builder alarm(
      String comparison, double threshold, int minutes, String missingData) {
    return MetricAlarmArgs.builder()
        .comparisonOperator(comparison)
        .threshold(threshold)
        .evaluationPeriods(minutes)
        .datapointsToAlarm(minutes)
        .period(MINUTE)
        .treatMissingData(missingData);
  }

  private void create(String name, CloudWatchMetric metric, MetricAlarmArgs.Builder alarm) {
    var isPercentile = metric.statistic().startsWith("p");
    if (isPercentile) {
      // With few requests a percentile is the slowest one, such as a sign-in.
      alarm.extendedStatistic(metric.statistic()).evaluateLowSampleCountPercentiles("ignore");
    } else {
      alarm.statistic(metric.statistic());
    }
    new MetricAlarm(
        component.named(name),
        alarm
            .name(component.named(name))
            .alarmDescription("For the context, see the dashboard " + component.named("overview"))
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(metric.dimensionOutputs())
            .alarmActions(topic.arn().applyValue(List::of))
            .okActions(topic.arn().applyValue(List::of))
            .build(),
        component.options());
  }
}
