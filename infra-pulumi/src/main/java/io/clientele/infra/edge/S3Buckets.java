package io.clientele.infra.edge;

import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.component.PrivateBuckets;

/** The private S3 buckets of the dashboard's files and of logs. */
final class S3Buckets {
  private final Component component;
  private final BucketV2 dashboard;
  private final BucketV2 logs;
  private final BucketPolicy logsPolicy;

  S3Buckets(Component component) {
    this.component = component;
    logs = PrivateBuckets.create(component, "logs", false);
    var days = component.context().environment().logDays();
    PrivateBuckets.addLifecycle(component, "logs", logs, PrivateBuckets.expiring(days));
    logsPolicy =
        PrivateBuckets.setPolicy(
            component,
            "logs",
            logs,
            loadBalancerLogs(),
            bucketLogs("dashboard"),
            bucketLogs("erasures"));
    dashboard = PrivateBuckets.create(component, "dashboard", false);
    PrivateBuckets.addLifecycle(
        component, "dashboard", dashboard, BucketLifecycleConfigurationV2RuleArgs.builder());
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
    PrivateBuckets.setPolicy(
        component,
        "dashboard",
        dashboard,
        PolicyStatement.allow(PrivateBuckets.objects(dashboard), "s3:GetObject")
            .principal("Service", "cloudfront.amazonaws.com")
            .condition("StringEquals", "AWS:SourceArn", distribution));
  }

  private PolicyStatement loadBalancerLogs() {
    return PolicyStatement.allow(PrivateBuckets.objects(logs, "balancer/*"), "s3:PutObject")
        .principal("Service", "logdelivery.elasticloadbalancing.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", component.context().account());
  }

  private PolicyStatement bucketLogs(String prefix) {
    return PolicyStatement.allow(PrivateBuckets.objects(logs, prefix + "/*"), "s3:PutObject")
        .principal("Service", "logging.s3.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", component.context().account());
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
