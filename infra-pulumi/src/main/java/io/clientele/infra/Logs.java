package io.clientele.infra;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.resources.CustomResourceOptions;

/** Where logs go: encrypted with a key of ours, and gone when their time is over. */
final class Logs {
  private final Part component;
  private final Key key;
  private final Key edgeKey;

  Logs(Part component) {
    this.component = component;
    key = key("logs", component.context().region(), component.protectedOptions());
    edgeKey = key("edge-logs", Ground.EDGE_REGION, component.edgeOptions());
  }

  private Key key(String name, String region, CustomResourceOptions options) {
    var groups = "arn:aws:logs:" + region + ":" + component.context().account() + ":log-group:*";
    return Keys.of(
        component,
        name,
        options,
        Statement.allow(
                Statement.ANY,
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
                "kms:GenerateDataKey",
                "kms:DescribeKey")
            .by("Service", "logs." + region + ".amazonaws.com")
            .when("ArnLike", "kms:EncryptionContext:aws:logs:arn", groups));
  }

  /** Of a thing of ours. */
  LogGroup group(String thing) {
    return group(thing, "/clientele/" + component.context().environment().stage().id() + "/" + thing);
  }

  /** Of a thing that AWS gives the name of. */
  LogGroup group(String thing, String name) {
    return make(thing, name, key, component.options());
  }

  /** For what logs in the region of CloudFront. */
  LogGroup edgeGroup(String thing, String name) {
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
