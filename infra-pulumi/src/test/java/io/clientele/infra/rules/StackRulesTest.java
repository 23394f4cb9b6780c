package io.clientele.infra.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clientele.infra.TestStacks;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.ResourceGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for every stack and detects its violation. */
class StackRulesTest {
  private static final List<StackRule> RULES =
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
              EdgeLogRules.all())
          .flatMap(List::stream)
          .toList();

  @Test
  void ruleIdsAreUnique() {
    assertThat(RULES).extracting(StackRule::id).doesNotHaveDuplicates().hasSizeGreaterThan(90);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return Arrays.stream(DeploymentStage.values())
        .flatMap(
            stage ->
                RULES.stream()
                    .map(
                        rule ->
                            dynamicTest(
                                stage.id() + " " + rule,
                                () ->
                                    assertThat(broken(rule, TestStacks.graph(stage), stage))
                                        .as(rule.text())
                                        .isEmpty())));
  }

  /** Webhooks and external token issuers need NAT gateways. */
  @Test
  void everyRuleHoldsWithGatewaysToo() {
    var graph = TestStacks.graph(SampleEnvironments.withGateways(), false);
    assertThat(graph.all("ec2/natGateway:NatGateway")).hasSize(3);
    assertThat(RULES)
        .allSatisfy(rule -> assertThat(broken(rule, graph, DeploymentStage.PROD)).isEmpty());
  }

  /** In production, where no exemption for small stages applies. */
  @TestFactory
  Stream<DynamicTest> everyViolationIsDetectedByItsRuleAlone() {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    return RULES.stream()
        .map(
            rule ->
                dynamicTest(
                    rule.toString(),
                    () ->
                        assertThat(RULES)
                            .filteredOn(
                                each ->
                                    !broken(each, rule.breach().apply(graph), DeploymentStage.PROD)
                                        .isEmpty())
                            .containsExactly(rule)));
  }

  @TestFactory
  Stream<DynamicTest> everyExemptionIsNeeded() {
    return RuleExemption.all().stream()
        .map(
            exemption ->
                dynamicTest(
                    exemption.toString(),
                    () -> {
                      assertThat(exemption.reason()).isNotBlank();
                      assertThat(exemption.stages()).allMatch(stage -> isNeeded(exemption, stage));
                    }));
  }

  private static boolean isNeeded(RuleExemption exemption, DeploymentStage stage) {
    return RULES.stream()
        .anyMatch(
            rule ->
                rule.offenders().apply(TestStacks.graph(stage)).stream()
                    .anyMatch(offender -> exemption.covers(rule, offender, stage)));
  }

  private static List<String> broken(StackRule rule, ResourceGraph graph, DeploymentStage stage) {
    return rule.offenders().apply(graph).stream()
        .filter(
            offender ->
                RuleExemption.all().stream()
                    .noneMatch(exemption -> exemption.covers(rule, offender, stage)))
        .toList();
  }
}
