package io.clientele.infra.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import io.clientele.infra.component.BundledFile;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.observability.LogGroups;
import io.clientele.infra.observability.ManagedPrometheus;
import java.util.List;
import java.util.Map;

/** The OpenTelemetry collector that runs in each task of the service. */
public final class TelemetryCollector {
  static final int MEMORY_MB = 256;
  private static final String METRICS = "metrics";

  private final Component component;
  private final Output<String> image;
  private final Output<String> metricsGroup;
  private final ManagedPrometheus prometheus;
  private final LogGroup log;

  TelemetryCollector(
      Component component, ImageRepositories images, ManagedPrometheus prometheus, LogGroups logs) {
    this.component = component;
    this.prometheus = prometheus;
    this.image = images.collector();
    this.metricsGroup = logs.create(METRICS).name();
    this.log = logs.create("collector");
  }

  /** The container is not essential: when it ends, the service keeps running. */
  Map<String, Object> container() {
    var environment = component.context().environment();
    var settings =
        Map.<String, Object>of(
            "AOT_CONFIG_CONTENT", BundledFile.text(TelemetryCollector.class, "collector.yaml"),
            "STAGE", environment.stage().id(),
            "METRICS_GROUP", metricsGroup,
            "REGION", component.context().region(),
            "PROMETHEUS_URL", prometheus.writeUrl());
    return new ContainerDefinition(component, "collector", image)
        .with("essential", false)
        .with("memory", MEMORY_MB)
        .with("environment", ContainerDefinition.pairs(settings, "value"))
        .loggingWithLossTo(log.name())
        .definition();
  }

  Output<String> logs() {
    return log.arn();
  }

  /** The permissions that the task needs. X-Ray actions support no resource ARN. */
  List<PolicyStatement> permissions() {
    var streams =
        component
            .context()
            .arn("logs", "log-group:/clientele/" + component.context().environment().stage().id());
    return List.of(
        PolicyStatement.allow(
            List.of(streams + "/" + METRICS, streams + "/" + METRICS + ":*"),
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams"),
        PolicyStatement.allow(prometheus.arn(), "aps:RemoteWrite"),
        PolicyStatement.allow(
            PolicyStatement.ANY,
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets"));
  }
}
