package io.clientele.infra.component;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import io.clientele.infra.config.EnvironmentPlan;
import java.util.Map;

/**
 * What every part stands on.
 *
 * @param home the region of the environment
 * @param edge the region that CloudFront looks in
 */
public record DeploymentContext(EnvironmentPlan environment, Provider home, Provider edge) {
  /** The one region in which CloudFront finds certificates and firewalls. */
  public static final String EDGE_REGION = "us-east-1";

  public static DeploymentContext of(EnvironmentPlan environment) {
    return new DeploymentContext(
        environment,
        provider("home", environment.settings().region(), environment),
        provider("edge", EDGE_REGION, environment));
  }

  /** Another account than the one that is meant is refused by the provider. */
  private static Provider provider(String name, String region, EnvironmentPlan environment) {
    var tags =
        Map.of(
            "project", "clientele", "environment", environment.stage().id(), "made-by", "pulumi");
    return new Provider(
        name,
        ProviderArgs.builder()
            .region(region)
            .allowedAccountIds(environment.settings().account())
            .defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build())
            .build());
  }

  public String region() {
    return environment.settings().region();
  }

  public String account() {
    return environment.settings().account();
  }

  /** An ARN in the environment's region and account. */
  public String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region() + ":" + account() + ":" + rest;
  }
}
