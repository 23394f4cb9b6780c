package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.Clientele.Tokens;
import io.clientele.infra.config.Environment;
import io.clientele.infra.config.NetworkPlan;
import io.clientele.infra.config.Particulars;
import io.clientele.infra.config.Release;
import io.clientele.infra.config.Stage;
import io.clientele.infra.graph.Graph;
import io.clientele.infra.graph.Stacks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that is nobody's, and the stacks that would stand in it. */
public final class Places {
  static final Release RELEASE =
      new Release("sha256:" + "5".repeat(64), "sha256:" + "c".repeat(64));
  static final String CACHE_TOKEN = "cacheTokenOfTests".repeat(2);
  static final String ORIGIN_TOKEN = "originTokenOfTests".repeat(2);

  private static final Map<Stage, Graph> KNOWN = new EnumMap<>(Stage.class);

  private Places() {}

  static Particulars frankfurt(Optional<Release> release) {
    return new Particulars(
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

  public static Environment environment(Stage stage) {
    return Environment.of(stage, frankfurt(Optional.of(RELEASE)));
  }

  /** Production, with a way to the world. */
  public static Environment withGateways() {
    var prod = environment(Stage.PROD);
    return new Environment(
        Stage.PROD,
        prod.particulars(),
        new NetworkPlan("10.3", 3, true),
        prod.database(),
        prod.cache(),
        prod.compute(),
        prod.addressRequests(),
        prod.logDays());
  }

  public static Graph graph(Environment environment, boolean isPreview) {
    var tokens = new Tokens(Output.ofSecret(CACHE_TOKEN), Output.ofSecret(ORIGIN_TOKEN));
    return Stacks.run(
        environment.stage().id(),
        isPreview,
        context -> new Clientele(environment, tokens).outputs().forEach(context::export));
  }

  /** Run once for all tests. */
  public static synchronized Graph graph(Stage stage) {
    return KNOWN.computeIfAbsent(stage, each -> graph(environment(each), false));
  }
}
