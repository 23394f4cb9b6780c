package io.clientele.infra;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** The OpenTelemetry collector beside each task. */
final class Collector {
  static final int MEMORY_MB = 256;
  private static final String METRICS = "metrics";

  private final Part component;
  private final Output<String> image;
  private final Output<String> metricsGroup;
  private final LogGroup log;

  Collector(Part component, Images images, Logs logs) {
    this.component = component;
    this.image = images.collector();
    this.metricsGroup = logs.group(METRICS).name();
    this.log = logs.group("collector");
  }

  /** The service goes on without it: its end does not end the task. */
  Map<String, Object> container() {
    var environment = component.context().environment();
    var settings =
        Map.<String, Object>of(
            "AOT_CONFIG_CONTENT", Resources.text("collector.yaml"),
            "STAGE", environment.stage().id(),
            "METRICS_GROUP", metricsGroup);
    return new Container(component, "collector", image)
        .with("essential", false)
        .with("memory", MEMORY_MB)
        .with("environment", Container.pairs(settings, "value"))
        .loggingTo(log.name())
        .definition();
  }

  Output<String> logs() {
    return log.arn();
  }

  /** What the task that it is part of has to be allowed. Traces belong to no resource. */
  List<Statement> needs() {
    var streams =
        component.context()
            .arn("logs", "log-group:/clientele/" + component.context().environment().stage().id());
    return List.of(
        Statement.allow(
            List.of(streams + "/" + METRICS, streams + "/" + METRICS + ":*"),
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams"),
        Statement.allow(
            Statement.ANY,
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets"));
  }
}
