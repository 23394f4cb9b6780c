package io.clientele.infra;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import io.clientele.infra.Clientele.Tokens;
import io.clientele.infra.config.Environment;
import io.clientele.infra.config.Stage;

/** Started by Pulumi's CLI: the only one that reads the stack's configuration. */
public final class Main {
  private Main() {}

  /** Declares the stack. */
  public static void main(String[] args) {
    // The SDK waits in the common pool for work of the same pool: with one worker, as small
    // machines have, it would wait for itself.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    Pulumi.run(Main::declare);
  }

  private static void declare(Context context) {
    var stage =
        Stage.of(context.stackName())
            .orElseThrow(
                () -> new IllegalArgumentException("the stack must be one of " + Stage.ids()));
    var config = context.config();
    var environment = Environment.of(stage, new Configured(config::get).particulars());
    var tokens =
        new Tokens(token(config, Configured.CACHE_TOKEN), token(config, Configured.ORIGIN_TOKEN));
    new Clientele(environment, tokens).outputs().forEach(context::export);
  }

  private static Output<String> token(Config config, String name) {
    return config.requireSecret(name).applyValue(value -> Configured.token(name, value));
  }
}
