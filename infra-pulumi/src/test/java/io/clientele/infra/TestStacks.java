package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.ClienteleStack.Tokens;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.EnvironmentPlan;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.StackRunner;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The stacks of an AWS account that does not exist. */
public final class TestStacks {
  static final String CACHE_TOKEN = "cacheTokenOfTests".repeat(2);
  static final String ORIGIN_TOKEN = "originTokenOfTests".repeat(2);

  private static final Map<DeploymentStage, ResourceGraph> KNOWN =
      new EnumMap<>(DeploymentStage.class);

  private static final Map<String, ResourceGraph> LARGE = new HashMap<>();

  private TestStacks() {}

  public static ResourceGraph graph(EnvironmentPlan environment, boolean isPreview) {
    var tokens = new Tokens(Output.ofSecret(CACHE_TOKEN), Output.ofSecret(ORIGIN_TOKEN));
    return StackRunner.run(
        environment.stage().id(),
        isPreview,
        context -> new ClienteleStack(environment, tokens).outputs().forEach(context::export));
  }

  /** Returns the graph of a large production, which is computed once for all tests. */
  public static synchronized ResourceGraph large() {
    return LARGE.computeIfAbsent("large", name -> graph(SampleEnvironments.large(), false));
  }

  /** Returns the graph of a stage, which is computed once for all tests. */
  public static synchronized ResourceGraph graph(DeploymentStage stage) {
    return KNOWN.computeIfAbsent(stage, each -> graph(SampleEnvironments.of(each), false));
  }
}
