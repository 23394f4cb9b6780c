package io.clientele.infra.rules;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.ResourceGraph;
import java.util.List;
import java.util.stream.Stream;

/** All rules, and their judgement of a stack. */
public final class StackRules {
  private static final List<StackRule> ALL =
      Stream.of(
              NetworkRules.all(),
              DataRules.all(),
              CacheRules.all(),
              ComputeRules.all(),
              ContainerRules.all(),
              LoadBalancerRules.all(),
              FirewallRules.all(),
              OrderRules.all(),
              CdnRules.all(),
              ObservabilityRules.all(),
              IamRules.all(),
              KeyRules.all(),
              EdgeLogRules.all(),
              BaselineRules.all())
          .flatMap(List::stream)
          .toList();

  private StackRules() {}

  public static List<StackRule> all() {
    return ALL;
  }

  /** Returns the rules that a stack violates without an exemption. */
  public static List<StackRule> violatedBy(ResourceGraph graph, DeploymentStage stage) {
    return ALL.stream().filter(rule -> !broken(rule, graph, stage).isEmpty()).toList();
  }

  static List<String> broken(StackRule rule, ResourceGraph graph, DeploymentStage stage) {
    return offenders(rule, graph).stream()
        .filter(
            offender ->
                RuleExemption.all().stream()
                    .noneMatch(exemption -> exemption.covers(rule, offender, stage)))
        .toList();
  }

  /** What a rule requires and does not find, or cannot read, is an offender too. */
  private static List<String> offenders(StackRule rule, ResourceGraph graph) {
    try {
      return rule.offenders().apply(graph);
    } catch (AssertionError | IllegalStateException missing) {
      return List.of(String.valueOf(missing.getMessage()));
    }
  }
}
