package io.clientele.infra.observability;

import com.pulumi.core.Output;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.OutputJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The CloudWatch dashboard: what somebody who was called looks at first. */
final class CloudWatchDashboard {
  private static final List<String> COLORS = List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd");
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;
  private static final int ROW = 24;

  private final DeploymentContext context;
  private final MonitoredResources watched;
  private final List<Map<String, Object>> widgets = new ArrayList<>();

  CloudWatchDashboard(DeploymentContext context, MonitoredResources watched) {
    this.context = context;
    this.watched = watched;
  }

  Output<String> json() {
    draw("Requests", watched.requests("RequestCount", "Sum"));
    draw(
        "Latency, s",
        watched.hosts("TargetResponseTime", "p50"),
        watched.hosts("TargetResponseTime", "p95"),
        watched.hosts("TargetResponseTime", "p99"));
    draw(
        "5xx",
        watched.requests("HTTPCode_Target_5XX_Count", "Sum"),
        watched.requests("HTTPCode_ELB_5XX_Count", "Sum"));
    draw(
        "Tasks, %",
        watched.task("CPUUtilization", "Average"), watched.task("MemoryUtilization", "Maximum"));
    draw(
        "Hosts",
        watched.hosts("HealthyHostCount", "Minimum"),
        watched.hosts("UnHealthyHostCount", "Maximum"));
    draw("Oldest pending view, s", own("clientele_views_oldest_pending_seconds", "Maximum"));
    draw(
        "Views",
        own("clientele_views_counted_total", "Sum"),
        own("clientele_views_applied_total", "Sum"),
        own("clientele_views_lost_total", "Sum"));
    draw(
        "Database",
        watched.database("CPUUtilization", "Average"),
        watched.database("DatabaseConnections", "Maximum"));
    draw(
        "Cache memory, %",
        watched.cacheNodes().stream()
            .map(node -> watched.cacheNode(node, "DatabaseMemoryUsagePercentage", "Maximum"))
            .toArray(CloudWatchMetric[]::new));
    return OutputJson.text(Map.of("widgets", widgets));
  }

  private CloudWatchMetric own(String name, String statistic) {
    return CloudWatchMetric.ofService(context.environment().stage(), name, statistic);
  }

  private void draw(String title, CloudWatchMetric... metrics) {
    var rows = new ArrayList<List<Object>>();
    for (var metric : metrics) {
      rows.add(metric.row(COLORS.get(rows.size() % COLORS.size())));
    }
    var place = widgets.size() * WIDTH;
    widgets.add(
        Map.of(
            "type",
            "metric",
            "x",
            place % ROW,
            "y",
            place / ROW * HEIGHT,
            "width",
            WIDTH,
            "height",
            HEIGHT,
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
