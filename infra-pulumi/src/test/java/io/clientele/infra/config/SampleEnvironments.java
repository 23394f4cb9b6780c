package io.clientele.infra.config;

import java.util.List;
import java.util.Optional;

/** Valid configurations of an AWS account that does not exist. */
public final class SampleEnvironments {
  public static final ReleaseImages RELEASE =
      new ReleaseImages("sha256:" + "5".repeat(64), "sha256:" + "c".repeat(64));

  private SampleEnvironments() {}

  public static DeploymentSettings settings(Optional<ReleaseImages> release) {
    return new DeploymentSettings(
        "123456789012",
        "eu-central-1",
        List.of("eu-central-1a", "eu-central-1b", "eu-central-1c"),
        "clientele.example.com",
        "Z0123456789ABC",
        "pl-a3a144ca",
        "oncall@example.com",
        "admin@example.com",
        "example/clientele",
        "example-pulumi-state",
        "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef",
        release);
  }

  public static EnvironmentPlan of(DeploymentStage stage) {
    return EnvironmentPlan.of(stage, settings(Optional.of(RELEASE)));
  }

  /** Production with NAT gateways. */
  public static EnvironmentPlan withGateways() {
    var prod = of(DeploymentStage.PROD);
    return new EnvironmentPlan(
        DeploymentStage.PROD,
        prod.settings(),
        new NetworkPlan("10.3", 3, true),
        prod.database(),
        prod.cache(),
        prod.compute(),
        prod.addressRequests(),
        prod.logDays());
  }
}
