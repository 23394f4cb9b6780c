package io.clientele.infra;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the pipeline may do: push images, put the dashboard in its place, and release by this very
 * program. It may not change anything else of it, so a release that does is refused by AWS; see
 * {@code decisions/0003}.
 */
final class Delivery extends Part {
  private static final String ISSUER = "token.actions.githubusercontent.com";

  private final Role role;

  Delivery(Ground context, List<Output<String>> repositories, Site site) {
    super("Delivery", context);
    var issuer =
        new OpenIdConnectProvider(
            named("pipeline"),
            OpenIdConnectProviderArgs.builder()
                .url("https://" + ISSUER)
                .clientIdLists("sts.amazonaws.com")
                .build(),
            options());
    var allowed = new ArrayList<Statement>();
    allowed.addAll(images(repositories));
    allowed.addAll(page(site));
    allowed.addAll(release());
    allowed.addAll(state());
    role =
        Roles.assumed(named("pipeline"), trust(issuer), options(), allowed.toArray(Statement[]::new));
    registerOutputs(Map.of("role", role.arn()));
  }

  /** Only jobs of the environment: reviewers stand before those, and no pull request is one. */
  private Statement trust(OpenIdConnectProvider issuer) {
    var particulars = context().environment().particulars();
    var subject =
        "repo:" + particulars.repository() + ":environment:" + context().environment().stage().id();
    return new Statement(
            Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRoleWithWebIdentity")))
        .by("Federated", issuer.arn())
        .when(
            "StringEquals", Map.of(ISSUER + ":aud", "sts.amazonaws.com", ISSUER + ":sub", subject));
  }

  private static List<Statement> images(List<Output<String>> repositories) {
    return List.of(
        Statement.allow(Statement.ANY, "ecr:GetAuthorizationToken"),
        Statement.allow(
            repositories,
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:DescribeImages",
            "ecr:DescribeImageScanFindings",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart"));
  }

  private static List<Statement> page(Site site) {
    var bucket = site.bucketArn();
    return List.of(
        Statement.allow(bucket, "s3:ListBucket"),
        Statement.allow(
            bucket.applyValue(arn -> arn + "/*"),
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:GetObject"),
        Statement.allow(
            site.distributionArn(),
            "cloudfront:CreateInvalidation",
            "cloudfront:GetInvalidation"));
  }

  /** Task definitions have no resource to name before they are there. */
  private List<Statement> release() {
    var service = context().arn("ecs", "service/" + named("cluster") + "/" + named("service"));
    var roles = new ArrayList<String>();
    for (var task : List.of("service", "service-start", "migration", "migration-start")) {
      roles.add("arn:aws:iam::" + context().account() + ":role/" + named(task));
    }
    return List.of(
        Statement.allow(
            Statement.ANY,
            "ecs:RegisterTaskDefinition",
            "ecs:DeregisterTaskDefinition",
            "ecs:DescribeTaskDefinition"),
        Statement.allow(service, "ecs:UpdateService", "ecs:DescribeServices"),
        Statement.allow(context().arn("ecs", "task-definition/" + named("*")), "ecs:TagResource"),
        Statement.allow(roles, "iam:PassRole")
            .when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        Statement.allow(
            context().arn("lambda", "function:" + named("migrate")), "lambda:InvokeFunction"));
  }

  private List<Statement> state() {
    var bucket = "arn:aws:s3:::" + context().environment().particulars().stateBucket();
    return List.of(
        Statement.allow(bucket, "s3:ListBucket", "s3:GetBucketLocation"),
        Statement.allow(bucket + "/*", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
        Statement.allow(
            context().environment().particulars().stateKey(),
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:GenerateDataKey"));
  }

  Output<String> role() {
    return role.arn();
  }
}
