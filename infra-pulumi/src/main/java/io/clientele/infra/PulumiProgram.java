package io.clientele.infra;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import io.clientele.infra.ClienteleStack.Tokens;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.EnvironmentPlan;

/** The program that the Pulumi CLI starts. No other class reads the stack's configuration. */
public final class PulumiProgram {
  private PulumiProgram() {}

  /** Declares the stack. */
  public static void main(String[] args) {
    // The Pulumi SDK blocks in the common pool until another task of that pool ends. With one
    // worker, the default on two cores, it waits forever.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    Pulumi.run(PulumiProgram::declare);
  }

  private static void declare(Context context) {
    var stage =
        DeploymentStage.of(context.stackName())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the stack must be one of " + DeploymentStage.ids()));
    var config = context.config();
    var read = new StackConfig(config::get);
    var environment = EnvironmentPlan.of(stage, read.settings(), read.sizes());
    var tokens =
        new Tokens(token(config, StackConfig.CACHE_TOKEN), token(config, StackConfig.ORIGIN_TOKEN));
    new ClienteleStack(environment, tokens).outputs().forEach(context::export);
  }

  private static Output<String> token(Config config, String name) {
    return config.requireSecret(name).applyValue(value -> StackConfig.token(name, value));
  }
}
