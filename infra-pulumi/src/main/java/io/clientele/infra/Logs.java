package io.clientele.infra;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.resources.CustomResourceOptions;

/** Where logs go: encrypted with a key of ours, and gone when their time is over. */
final class Logs {
  private final Observability watch;
  private final Key key;
  private final Key edgeKey;

  Logs(Observability watch) {
    this.watch = watch;
    key = key("logs", watch.ground().region(), watch.kept());
    edgeKey = key("edge-logs", Ground.EDGE_REGION, watch.atTheEdge());
  }

  private Key key(String name, String region, CustomResourceOptions options) {
    var groups = "arn:aws:logs:" + region + ":" + watch.ground().account() + ":log-group:*";
    return Keys.of(
        watch,
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
    return group(thing, "/clientele/" + watch.ground().environment().stage().id() + "/" + thing);
  }

  /** Of a thing that AWS gives the name of. */
  LogGroup group(String thing, String name) {
    return make(thing, name, key, watch.here());
  }

  /** For what logs in the region of CloudFront. */
  LogGroup edgeGroup(String thing, String name) {
    return make(thing, name, edgeKey, watch.atTheEdge());
  }

  private LogGroup make(String thing, String name, Key with, CustomResourceOptions options) {
    return new LogGroup(
        watch.named(thing),
        LogGroupArgs.builder()
            .name(name)
            .retentionInDays(watch.ground().environment().logDays())
            .kmsKeyId(with.arn())
            .build(),
        options);
  }
}
