package io.clientele.infra.edge;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.PolicyStatement;
import java.util.ArrayList;
import java.util.List;

/** The private S3 buckets of the dashboard's files and of logs. */
final class S3Buckets {
  private static final int OLD_VERSION_DAYS = 30;

  private final Component component;
  private final BucketV2 dashboard;
  private final BucketV2 logs;
  private final BucketPolicy logsPolicy;

  S3Buckets(Component component) {
    this.component = component;
    logs = bucket("logs");
    var days = component.context().environment().logDays();
    addLifecycle("logs", logs, expiring(days));
    logsPolicy = setPolicy("logs", logs, loadBalancerLogs(), dashboardBucketLogs());
    dashboard = bucket("dashboard");
    addLifecycle("dashboard", dashboard, BucketLifecycleConfigurationV2RuleArgs.builder());
    new BucketLoggingV2(
        component.named("dashboard"),
        BucketLoggingV2Args.builder()
            .bucket(dashboard.id())
            .targetBucket(logs.id())
            .targetPrefix("dashboard/")
            .build(),
        component.options(logsPolicy));
  }

  /** Lets CloudFront read the dashboard's files, after the distribution exists. */
  void allowRead(Output<String> distribution) {
    setPolicy(
        "dashboard",
        dashboard,
        PolicyStatement.allow(objects(dashboard), "s3:GetObject")
            .principal("Service", "cloudfront.amazonaws.com")
            .condition("StringEquals", "AWS:SourceArn", distribution));
  }

  private BucketV2 bucket(String name) {
    var keeps = component.context().environment().keepsData();
    var bucket =
        new BucketV2(
            component.named(name),
            BucketV2Args.builder()
                .bucket(component.named(name) + "-" + component.context().account())
                .forceDestroy(!keeps)
                .build(),
            component.options());
    new BucketPublicAccessBlock(
        component.named(name),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        component.options());
    new BucketOwnershipControls(
        component.named(name),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        component.options());
    encrypt(name, bucket);
    enableVersions(name, bucket);
    return bucket;
  }

  /** Uses S3's own key: load balancers cannot write logs with a customer-managed key. */
  private void encrypt(String name, BucketV2 bucket) {
    new BucketServerSideEncryptionConfigurationV2(
        component.named(name),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .build())
            .build(),
        component.options());
  }

  private void enableVersions(String name, BucketV2 bucket) {
    new BucketVersioningV2(
        component.named(name),
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        component.options());
  }

  private static BucketLifecycleConfigurationV2RuleArgs.Builder expiring(int days) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(days).build());
  }

  private void addLifecycle(
      String name, BucketV2 bucket, BucketLifecycleConfigurationV2RuleArgs.Builder rule) {
    new BucketLifecycleConfigurationV2(
        component.named(name),
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                rule.id("clean")
                    .status("Enabled")
                    .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(OLD_VERSION_DAYS)
                            .build())
                    .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs
                            .builder()
                            .daysAfterInitiation(1)
                            .build())
                    .build())
            .build(),
        component.options());
  }

  private PolicyStatement loadBalancerLogs() {
    return PolicyStatement.allow(objects(logs, "balancer/*"), "s3:PutObject")
        .principal("Service", "logdelivery.elasticloadbalancing.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", component.context().account());
  }

  private PolicyStatement dashboardBucketLogs() {
    return PolicyStatement.allow(objects(logs, "dashboard/*"), "s3:PutObject")
        .principal("Service", "logging.s3.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", component.context().account());
  }

  private BucketPolicy setPolicy(String name, BucketV2 bucket, PolicyStatement... allowed) {
    var all = new ArrayList<PolicyStatement>(List.of(allowed));
    all.add(
        PolicyStatement.deny(List.of(bucket.arn(), objects(bucket)), "s3:*")
            .anyPrincipal()
            .condition("Bool", "aws:SecureTransport", "false"));
    return new BucketPolicy(
        component.named(name),
        BucketPolicyArgs.builder()
            .bucket(bucket.id())
            .policy(PolicyStatement.document(all.toArray(PolicyStatement[]::new)))
            .build(),
        component.options());
  }

  private static Output<String> objects(BucketV2 bucket) {
    return objects(bucket, "*");
  }

  private static Output<String> objects(BucketV2 bucket, String path) {
    return bucket.arn().applyValue(arn -> arn + "/" + path);
  }

  BucketV2 dashboard() {
    return dashboard;
  }

  Output<String> logs() {
    return logs.id();
  }

  /** The policy without which AWS refuses to write logs to the bucket. */
  Resource logsPolicy() {
    return logsPolicy;
  }
}
