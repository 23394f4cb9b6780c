package io.clientele.infra.observability;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sns.Topic;
import io.clientele.infra.component.Component;
import java.util.List;

/** What somebody is called for, and told when it is over. */
final class CloudWatchAlarms {
  private static final int MINUTE = 60;
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final Component component;
  private final Topic topic;
  private final MonitoredResources watched;

  CloudWatchAlarms(Component component, Topic topic, MonitoredResources watched) {
    this.component = component;
    this.topic = topic;
    this.watched = watched;
  }

  void set() {
    service();
    requests();
    flush();
    database();
    watched.cacheNodes().forEach(this::cache);
  }

  private void service() {
    above("cpu", watched.task("CPUUtilization", "Average"), 85, 5);
    above("memory", watched.task("MemoryUtilization", "Maximum"), 85, 5);
    above("unhealthy-hosts", watched.hosts("UnHealthyHostCount", "Maximum"), 0, 3);
    below("no-hosts", watched.hosts("HealthyHostCount", "Minimum"), 1, "breaching");
  }

  private void requests() {
    above("5xx", watched.requests("HTTPCode_Target_5XX_Count", "Sum"), 10, 2);
    above("5xx-of-balancer", watched.requests("HTTPCode_ELB_5XX_Count", "Sum"), 10, 2);
    above("latency", watched.hosts("TargetResponseTime", "p99"), 0.25, 5);
  }

  /** A view may wait for one interval of five minutes; seven say that the next will be missed. */
  private void flush() {
    above("flush-late", own("clientele_views_oldest_pending_seconds", "Maximum"), 420, 2);
    above("flush-failed", own("clientele_flush_failures_total", "Sum"), 0, 2);
    above("views-lost", own("clientele_views_lost_total", "Sum"), 0, 1);
    above("quarantine", own("clientele_view_quarantine_batches", "Maximum"), 0, 1);
  }

  private CloudWatchMetric own(String name, String statistic) {
    return CloudWatchMetric.ofService(component.context().environment().stage(), name, statistic);
  }

  private void database() {
    var plan = component.context().environment().database();
    above("database-cpu", watched.database("CPUUtilization", "Average"), 80, 10);
    above(
        "database-connections",
        watched.database("DatabaseConnections", "Maximum"),
        0.8 * plan.size().connectionsMax(),
        5);
    below(
        "database-storage",
        watched.database("FreeStorageSpace", "Minimum"),
        plan.storageGb() * GIB / 10,
        "missing");
  }

  /** It must never evict: a full one refuses, and views wait in the tasks. */
  private void cache(String node) {
    above(
        "memory-" + node,
        watched.cacheNode(node, "DatabaseMemoryUsagePercentage", "Maximum"),
        75,
        5);
    above("evictions-" + node, watched.cacheNode(node, "Evictions", "Sum"), 0, 1);
  }

  private void above(String name, CloudWatchMetric metric, double most, int minutes) {
    set(name, metric, alarm("GreaterThanThreshold", most, minutes, "notBreaching"));
  }

  private void below(String name, CloudWatchMetric metric, double least, String silence) {
    set(name, metric, alarm("LessThanThreshold", least, 2, silence));
  }

  private static MetricAlarmArgs.Builder alarm(
      String comparison, double threshold, int minutes, String silence) {
    return MetricAlarmArgs.builder()
        .comparisonOperator(comparison)
        .threshold(threshold)
        .evaluationPeriods(minutes)
        .datapointsToAlarm(minutes)
        .period(MINUTE)
        .treatMissingData(silence);
  }

  private void set(String name, CloudWatchMetric metric, MetricAlarmArgs.Builder alarm) {
    var isPercentile = metric.statistic().startsWith("p");
    if (isPercentile) {
      alarm.extendedStatistic(metric.statistic());
    } else {
      alarm.statistic(metric.statistic());
    }
    new MetricAlarm(
        component.named(name),
        alarm
            .name(component.named(name))
            .alarmDescription(
                "What else was going on: the dashboard " + component.named("overview"))
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(metric.known())
            .alarmActions(topic.arn().applyValue(List::of))
            .okActions(topic.arn().applyValue(List::of))
            .build(),
        component.options());
  }
}
