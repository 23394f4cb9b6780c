package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.ClienteleStack.Tokens;
import io.clientele.infra.config.DeploymentSettings;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.EnvironmentPlan;
import io.clientele.infra.config.NetworkPlan;
import io.clientele.infra.config.ReleaseImages;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.StackRunner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that is nobody's, and the stacks that would stand in it. */
public final class TestStacks {
  static final ReleaseImages RELEASE =
      new ReleaseImages("sha256:" + "5".repeat(64), "sha256:" + "c".repeat(64));
  static final String CACHE_TOKEN = "cacheTokenOfTests".repeat(2);
  static final String ORIGIN_TOKEN = "originTokenOfTests".repeat(2);

  private static final Map<DeploymentStage, ResourceGraph> KNOWN =
      new EnumMap<>(DeploymentStage.class);

  private TestStacks() {}

  static DeploymentSettings frankfurt(Optional<ReleaseImages> release) {
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

  public static EnvironmentPlan environment(DeploymentStage stage) {
    return EnvironmentPlan.of(stage, frankfurt(Optional.of(RELEASE)));
  }

  /** Production, with a way to the world. */
  public static EnvironmentPlan withGateways() {
    var prod = environment(DeploymentStage.PROD);
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

  public static ResourceGraph graph(EnvironmentPlan environment, boolean isPreview) {
    var tokens = new Tokens(Output.ofSecret(CACHE_TOKEN), Output.ofSecret(ORIGIN_TOKEN));
    return StackRunner.run(
        environment.stage().id(),
        isPreview,
        context -> new ClienteleStack(environment, tokens).outputs().forEach(context::export));
  }

  /** Run once for all tests. */
  public static synchronized ResourceGraph graph(DeploymentStage stage) {
    return KNOWN.computeIfAbsent(stage, each -> graph(environment(each), false));
  }
}
