package io.clientele.infra;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.edge.CdnDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The IAM role of the release pipeline. It may push images, upload the dashboard and run this
 * program for a release. AWS refuses a run that changes anything else; see {@code decisions/0003}.
 */
final class PipelineRole extends Component {
  private static final String ISSUER = "token.actions.githubusercontent.com";

  private final Role role;

  PipelineRole(DeploymentContext context, List<Output<String>> repositories, CdnDistribution site) {
    super("Delivery", context);
    var issuer =
        new OpenIdConnectProvider(
            named("pipeline"),
            OpenIdConnectProviderArgs.builder()
                .url("https://" + ISSUER)
                .clientIdLists("sts.amazonaws.com")
                .build(),
            options());
    var allowed = new ArrayList<PolicyStatement>();
    allowed.addAll(images(repositories));
    allowed.addAll(dashboard(site));
    allowed.addAll(release());
    allowed.addAll(state());
    role =
        IamRoles.assumed(
            named("pipeline"), trust(issuer), options(), allowed.toArray(PolicyStatement[]::new));
    registerOutputs(Map.of("role", role.arn()));
  }

  /** Allows only jobs of the GitHub environment, which reviewers approve. */
  private PolicyStatement trust(OpenIdConnectProvider issuer) {
    var settings = context().environment().settings();
    var subject =
        "repo:" + settings.repository() + ":environment:" + context().environment().stage().id();
    return new PolicyStatement(
            Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRoleWithWebIdentity")))
        .principal("Federated", issuer.arn())
        .condition(
            "StringEquals", Map.of(ISSUER + ":aud", "sts.amazonaws.com", ISSUER + ":sub", subject));
  }

  private static List<PolicyStatement> images(List<Output<String>> repositories) {
    return List.of(
        PolicyStatement.allow(PolicyStatement.ANY, "ecr:GetAuthorizationToken"),
        PolicyStatement.allow(
            repositories,
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart"));
  }

  private static List<PolicyStatement> dashboard(CdnDistribution site) {
    var bucket = site.bucketArn();
    return List.of(
        PolicyStatement.allow(bucket, "s3:ListBucket"),
        PolicyStatement.allow(
            bucket.applyValue(arn -> arn + "/*"), "s3:PutObject", "s3:DeleteObject"),
        PolicyStatement.allow(
            site.distributionArn(), "cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"));
  }

  /** A task definition has no ARN before it is registered, so those actions name no resource. */
  private List<PolicyStatement> release() {
    var service = context().arn("ecs", "service/" + named("cluster") + "/" + named("service"));
    var roles = new ArrayList<String>();
    for (var task : List.of("service", "service-start", "migration", "migration-start")) {
      roles.add("arn:aws:iam::" + context().account() + ":role/" + named(task));
    }
    return List.of(
        PolicyStatement.allow(
            PolicyStatement.ANY,
            "ecs:RegisterTaskDefinition",
            "ecs:DeregisterTaskDefinition",
            "ecs:DescribeTaskDefinition"),
        PolicyStatement.allow(
            service, "ecs:UpdateService", "ecs:DescribeServices", "ecs:ListServiceDeployments"),
        PolicyStatement.allow(
            context()
                .arn(
                    "ecs",
                    "service-deployment/" + named("cluster") + "/" + named("service") + "/*"),
            "ecs:DescribeServiceDeployments"),
        PolicyStatement.allow(
            context().arn("ecs", "task-definition/" + named("*")), "ecs:TagResource"),
        PolicyStatement.allow(roles, "iam:PassRole")
            .condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        PolicyStatement.allow(migration(), "lambda:InvokeFunction"));
  }

  /** Lambda checks the qualified name when the caller sends a qualifier, as Pulumi always does. */
  private List<String> migration() {
    var function = context().arn("lambda", "function:" + named("migrate"));
    return List.of(function, function + ":$LATEST");
  }

  private List<PolicyStatement> state() {
    var bucket = "arn:aws:s3:::" + context().environment().settings().stateBucket();
    return List.of(
        PolicyStatement.allow(bucket, "s3:ListBucket", "s3:GetBucketLocation"),
        PolicyStatement.allow(bucket + "/*", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
        PolicyStatement.allow(
            context().environment().settings().stateKey(),
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:GenerateDataKey"));
  }

  Output<String> role() {
    return role.arn();
  }
}
