package io.clientele.infra.observability;

import com.pulumi.core.Output;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.OutputJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The body of the CloudWatch dashboard that an engineer opens first after an alarm. */
final class CloudWatchDashboard {
  private static final List<String> COLORS = List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd");
  private static final int WIDGET_WIDTH = 8;
  private static final int WIDGET_HEIGHT = 6;
  private static final int DASHBOARD_WIDTH = 24;

  private final DeploymentContext context;
  private final MonitoredResources resources;
  private final List<Map<String, Object>> widgets = new ArrayList<>();

  CloudWatchDashboard(DeploymentContext context, MonitoredResources resources) {
    this.context = context;
    this.resources = resources;
  }

  Output<String> json() {
    addWidget("Requests", resources.requests("RequestCount", "Sum"));
    addWidget(
        "Latency, s",
        resources.hosts("TargetResponseTime", "p50"),
        resources.hosts("TargetResponseTime", "p95"),
        resources.hosts("TargetResponseTime", "p99"));
    addWidget(
        "5xx",
        resources.requests("HTTPCode_Target_5XX_Count", "Sum"),
        resources.requests("HTTPCode_ELB_5XX_Count", "Sum"));
    addWidget(
        "Tasks, %",
        resources.task("CPUUtilization", "Average"),
        resources.task("MemoryUtilization", "Maximum"));
    addWidget(
        "Hosts",
        resources.hosts("HealthyHostCount", "Minimum"),
        resources.hosts("UnHealthyHostCount", "Maximum"));
    addWidget(
        "Oldest pending view, age of the last flush, s",
        own("clientele_views_oldest_pending_seconds", "Maximum"),
        own("clientele_flush_age_seconds", "Maximum"));
    addWidget(
        "Views",
        own("clientele_views_counted_total", "Sum"),
        own("clientele_views_applied_total", "Sum"),
        own("clientele_views_lost_total", "Sum"));
    addWidget(
        "Database",
        resources.database("CPUUtilization", "Average"),
        resources.database("DatabaseConnections", "Maximum"));
    addWidget(
        "Cache memory, %",
        resources.cacheNodes().stream()
            .map(node -> resources.cacheNode(node, "DatabaseMemoryUsagePercentage", "Maximum"))
            .toArray(CloudWatchMetric[]::new));
    return OutputJson.text(Map.of("widgets", widgets));
  }

  private CloudWatchMetric own(String name, String statistic) {
    return CloudWatchMetric.ofService(context.environment().stage(), name, statistic);
  }

  private void addWidget(String title, CloudWatchMetric... metrics) {
    var rows = new ArrayList<List<Object>>();
    for (var metric : metrics) {
      rows.add(metric.toWidgetRow(COLORS.get(rows.size() % COLORS.size())));
    }
    var offset = widgets.size() * WIDGET_WIDTH;
    widgets.add(
        Map.of(
            "type",
            "metric",
            "x",
            offset % DASHBOARD_WIDTH,
            "y",
            offset / DASHBOARD_WIDTH * WIDGET_HEIGHT,
            "width",
            WIDGET_WIDTH,
            "height",
            WIDGET_HEIGHT,
            "properties",
            Map.of(
                "title",
                title,
                "region",
                context.region(),
                "period",
                60,
                "view",
                "timeSeries",
                "metrics",
                rows)));
  }
}
