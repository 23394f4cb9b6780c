package io.clientele.infra.component;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import io.clientele.infra.config.EnvironmentPlan;
import java.util.Map;

/**
 * The environment and the two AWS providers that every component uses.
 *
 * @param home the provider for the environment's region
 * @param edge the provider for {@link #EDGE_REGION}
 */
public record DeploymentContext(EnvironmentPlan environment, Provider home, Provider edge) {
  /** The only region from which CloudFront reads certificates and web ACLs. */
  public static final String EDGE_REGION = "us-east-1";

  public static DeploymentContext of(EnvironmentPlan environment) {
    return new DeploymentContext(
        environment,
        provider("home", environment.settings().region(), environment),
        provider("edge", EDGE_REGION, environment));
  }

  /** A provider that refuses any account other than the configured one. */
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

  /** A provider for one more region. */
  public Provider provider(String name, String region) {
    return provider(name, region, environment);
  }

  public String region() {
    return environment.settings().region();
  }

  public String account() {
    return environment.settings().account();
  }

  /** Returns an ARN in the environment's region and account. */
  public String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region() + ":" + account() + ":" + rest;
  }
}
