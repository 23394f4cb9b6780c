package io.clientele.infra;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import io.clientele.infra.config.Environment;
import java.util.Map;

/**
 * What every part stands on.
 *
 * @param home the region of the environment
 * @param edge the region that CloudFront looks in
 */
record Ground(Environment environment, Provider home, Provider edge) {
  /** The one region in which CloudFront finds certificates and firewalls. */
  static final String EDGE_REGION = "us-east-1";

  static Ground of(Environment environment) {
    return new Ground(
        environment,
        provider("home", environment.particulars().region(), environment),
        provider("edge", EDGE_REGION, environment));
  }

  /** Another account than the one that is meant is refused by the provider. */
  private static Provider provider(String name, String region, Environment environment) {
    var tags =
        Map.of(
            "project", "clientele", "environment", environment.stage().id(), "made-by", "pulumi");
    return new Provider(
        name,
        ProviderArgs.builder()
            .region(region)
            .allowedAccountIds(environment.particulars().account())
            .defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build())
            .build());
  }

  String region() {
    return environment.particulars().region();
  }

  String account() {
    return environment.particulars().account();
  }

  /** An ARN in the environment's region and account. */
  String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region() + ":" + account() + ":" + rest;
  }
}
