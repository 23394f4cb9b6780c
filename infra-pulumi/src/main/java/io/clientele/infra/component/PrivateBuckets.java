package io.clientele.infra.component;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
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
import java.util.ArrayList;
import java.util.List;

/** Creates S3 buckets that are private, encrypted and versioned, and that accept TLS only. */
public final class PrivateBuckets {
  private static final int OLD_VERSION_DAYS = 30;

  private PrivateBuckets() {}

  /** Creates a bucket that is private, encrypted and versioned. */
  public static BucketV2 create(Component component, String name, boolean hasObjectLock) {
    var keeps = component.context().environment().keepsData();
    var bucket =
        new BucketV2(
            component.named(name),
            BucketV2Args.builder()
                .bucket(component.named(name) + "-" + component.context().account())
                .forceDestroy(!keeps)
                .objectLockEnabled(hasObjectLock)
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
    encrypt(component, name, bucket);
    enableVersions(component, name, bucket);
    return bucket;
  }

  /** Uses S3's own key: load balancers cannot write logs with a customer-managed key. */
  private static void encrypt(Component component, String name, BucketV2 bucket) {
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

  private static void enableVersions(Component component, String name, BucketV2 bucket) {
    new BucketVersioningV2(
        component.named(name),
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        component.options());
  }

  /** A rule that deletes objects after some days. */
  public static BucketLifecycleConfigurationV2RuleArgs.Builder expiring(int days) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(days).build());
  }

  /** Deletes old versions after a month, and incomplete uploads. */
  public static void addLifecycle(
      Component component,
      String name,
      BucketV2 bucket,
      BucketLifecycleConfigurationV2RuleArgs.Builder rule) {
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

  /** Sets the policy: the given statements, and TLS only. */
  public static BucketPolicy setPolicy(
      Component component, String name, BucketV2 bucket, PolicyStatement... allowed) {
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

  /** Returns the ARN of all objects. */
  public static Output<String> objects(BucketV2 bucket) {
    return objects(bucket, "*");
  }

  /** Returns the ARN of objects by their path. */
  public static Output<String> objects(BucketV2 bucket, String path) {
    return bucket.arn().applyValue(arn -> arn + "/" + path);
  }
}
