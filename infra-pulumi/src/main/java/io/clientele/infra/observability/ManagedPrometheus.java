package io.clientele.infra.observability;

import com.pulumi.aws.amp.AlertManagerDefinition;
import com.pulumi.aws.amp.AlertManagerDefinitionArgs;
import com.pulumi.aws.amp.RuleGroupNamespace;
import com.pulumi.aws.amp.RuleGroupNamespaceArgs;
import com.pulumi.aws.amp.Workspace;
import com.pulumi.aws.amp.WorkspaceArgs;
import com.pulumi.aws.amp.inputs.WorkspaceLoggingConfigurationArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.core.Output;
import io.clientele.infra.component.BundledFile;
import io.clientele.infra.component.Component;

/**
 * Amazon Managed Service for Prometheus: evaluates the alert rules that the repository tests, and
 * notifies the topic of the alarms.
 */
public final class ManagedPrometheus {
  private final Workspace workspace;

  ManagedPrometheus(Component component, Topic topic, LogGroups logs) {
    var log = logs.create("prometheus", "/aws/vendedlogs/prometheus/" + component.named("metrics"));
    workspace =
        new Workspace(
            component.named("metrics"),
            WorkspaceArgs.builder()
                .alias(component.named("metrics"))
                .loggingConfiguration(
                    WorkspaceLoggingConfigurationArgs.builder()
                        .logGroupArn(log.arn().applyValue(arn -> arn + ":*"))
                        .build())
                .build(),
            component.options());
    new RuleGroupNamespace(
        component.named("alerts"),
        RuleGroupNamespaceArgs.builder()
            .name("alerts")
            .workspaceId(workspace.id())
            .data(BundledFile.text(ManagedPrometheus.class, "alerts.yaml"))
            .build(),
        component.options());
    new AlertManagerDefinition(
        component.named("alerts"),
        AlertManagerDefinitionArgs.builder()
            .workspaceId(workspace.id())
            .definition(
                topic.arn().applyValue(arn -> definition(arn, component.context().region())))
            .build(),
        component.options());
  }

  /** What AWS expects of an alert manager. Its subject has up to 100 characters. */
  private static String definition(String topicArn, String region) {
    return """
    alertmanager_config: |
      route:
        receiver: alarms
        group_by: [alertname]
      receivers:
        - name: alarms
          sns_configs:
            - topic_arn: %s
              sigv4:
                region: %s
              subject: '{{ .Status }}: {{ .CommonLabels.alertname }}'
    """
        .formatted(topicArn, region);
  }

  /** The URL that a collector writes to. */
  public Output<String> writeUrl() {
    return workspace.prometheusEndpoint().applyValue(url -> url + "api/v1/remote_write");
  }

  public Output<String> arn() {
    return workspace.arn();
  }
}
