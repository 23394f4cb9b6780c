package io.clientele.infra.compute;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogSubscriptionFilter;
import com.pulumi.aws.cloudwatch.LogSubscriptionFilterArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.BundledFile;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.component.PrivateBuckets;
import io.clientele.infra.observability.LogGroups;
import java.util.Map;

/**
 * Archives the service's log lines on erasures in S3. Object Lock keeps them longer than the oldest
 * backup, so that {@code --reapply-erasures} has them after a restore.
 */
final class ErasureArchive {
  private static final String NAME = "erasures";

  private final Component component;
  private final BucketV2 bucket;

  ErasureArchive(Component component, LogGroup source, Output<String> logBucket, LogGroups logs) {
    this.component = component;
    bucket = bucket(logBucket);
    var function = function(logs.create(NAME));
    var permission =
        new Permission(
            component.named(NAME),
            PermissionArgs.builder()
                .function(function.name())
                .action("lambda:InvokeFunction")
                .principal("logs.amazonaws.com")
                .sourceArn(source.arn().applyValue(arn -> arn + ":*"))
                .sourceAccount(component.context().account())
                .build(),
            component.options());
    new LogSubscriptionFilter(
        component.named(NAME),
        LogSubscriptionFilterArgs.builder()
            .name(component.named(NAME))
            .logGroup(source.name())
            .filterPattern("{ $.message = \"erased *\" }")
            .destinationArn(function.arn())
            .build(),
        component.options(permission));
  }

  private BucketV2 bucket(Output<String> logBucket) {
    var days = component.context().environment().erasureDays();
    var created = PrivateBuckets.create(component, NAME, true);
    PrivateBuckets.setPolicy(component, NAME, created);
    PrivateBuckets.addLifecycle(component, NAME, created, PrivateBuckets.expiring(days + 1));
    new BucketLoggingV2(
        component.named(NAME),
        BucketLoggingV2Args.builder()
            .bucket(created.id())
            .targetBucket(logBucket)
            .targetPrefix(NAME + "/")
            .build(),
        component.options());
    var mode = component.context().environment().keepsData() ? "COMPLIANCE" : "GOVERNANCE";
    new BucketObjectLockConfigurationV2(
        component.named(NAME),
        BucketObjectLockConfigurationV2Args.builder()
            .bucket(created.id())
            .rule(
                BucketObjectLockConfigurationV2RuleArgs.builder()
                    .defaultRetention(
                        BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                            .mode(mode)
                            .days(days)
                            .build())
                    .build())
            .build(),
        component.options());
    return created;
  }

  private Function function(LogGroup log) {
    var code = new StringAsset(BundledFile.text(ErasureArchive.class, "archive.py"));
    return new Function(
        component.named(NAME),
        FunctionArgs.builder()
            .name(component.named(NAME))
            .runtime("python3.13")
            .architectures("arm64")
            .handler("archive.handler")
            .code(new AssetArchive(Map.of("archive.py", code)))
            .role(role(log).arn())
            .timeout(60)
            .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
            .loggingConfig(
                FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(log.name()).build())
            .environment(
                FunctionEnvironmentArgs.builder()
                    .variables(bucket.id().applyValue(id -> Map.of("BUCKET", id)))
                    .build())
            .build(),
        component.options());
  }

  private Role role(LogGroup log) {
    return IamRoles.forService(
        component.named(NAME),
        "lambda.amazonaws.com",
        component.options(),
        PolicyStatement.allow(PrivateBuckets.objects(bucket, "erasures/*"), "s3:PutObject"),
        PolicyStatement.allow(
            log.arn().applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"),
        PolicyStatement.allow(
            PolicyStatement.ANY, "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
  }
}
