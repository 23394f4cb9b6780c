package io.clientele.infra.observability;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.resources.CustomResourceOptions;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.KmsKeys;
import io.clientele.infra.component.PolicyStatement;
import java.util.List;

/** Creates log groups, encrypted with a customer-managed key and with a retention period. */
public final class LogGroups {
  private final Component component;
  private final Key key;
  private final Key edgeKey;

  LogGroups(Component component) {
    this.component = component;
    key = key("logs", component.context().region(), component.protectedOptions());
    edgeKey = key("edge-logs", DeploymentContext.EDGE_REGION, component.edgeOptions());
  }

  private Key key(String name, String region, CustomResourceOptions options) {
    var groups = "arn:aws:logs:" + region + ":" + component.context().account() + ":log-group:*";
    return KmsKeys.of(
        component,
        name,
        options,
        PolicyStatement.allow(
                PolicyStatement.ANY,
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
                "kms:GenerateDataKey",
                "kms:DescribeKey")
            .principal("Service", "logs." + region + ".amazonaws.com")
            .condition("ArnLike", "kms:EncryptionContext:aws:logs:arn", groups));
  }

  /** Creates a log group of this project. */
  public LogGroup create(String thing) {
    return create(
        thing, "/clientele/" + component.context().environment().stage().id() + "/" + thing);
  }

  /** Creates a log group whose name AWS prescribes. */
  public LogGroup create(String thing, String name) {
    return make(thing, name, key, component.options());
  }

  /** Creates a log group that stays in AWS when the program no longer has it, with a server. */
  public LogGroup createRetained(String thing, String name) {
    return make(thing, name, key, component.retainedOptions(false, List.of()));
  }

  /** Creates a log group in the region that CloudFront and its web ACL log to. */
  public LogGroup createAtEdge(String thing, String name) {
    return make(thing, name, edgeKey, component.edgeOptions());
  }

  private LogGroup make(String thing, String name, Key with, CustomResourceOptions options) {
    return new LogGroup(
        component.named(thing),
        LogGroupArgs.builder()
            .name(name)
            .retentionInDays(component.context().environment().logDays())
            .kmsKeyId(with.arn())
            .build(),
        options);
  }
}
