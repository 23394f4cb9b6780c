package io.clientele.infra.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clientele.infra.TestStacks;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.ResourceGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for every stack and detects its violation. */
class StackRulesTest {
  private static final List<StackRule> RULES = StackRules.all();

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
                                    assertThat(
                                            StackRules.broken(rule, TestStacks.graph(stage), stage))
                                        .as(rule.text())
                                        .isEmpty())));
  }

  /**
   * With NAT gateways, which webhooks and external token issuers need, a read replica and mails.
   */
  @Test
  void everyRuleHoldsForALargeStackToo() {
    var graph = TestStacks.large();
    assertThat(graph.all("ec2/natGateway:NatGateway")).hasSize(3);
    assertThat(graph.all("rds/instance:Instance")).hasSize(2);
    assertThat(StackRules.violatedBy(graph, DeploymentStage.PROD)).isEmpty();
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
                            .filteredOn(each -> isSpecific(each) || each.equals(rule))
                            .filteredOn(
                                each ->
                                    !StackRules.broken(
                                            each, rule.breach().apply(graph), DeploymentStage.PROD)
                                        .isEmpty())
                            .containsExactly(rule)));
  }

  /** Baseline rules compare with tables, and notice what other rules notice too. */
  private static boolean isSpecific(StackRule rule) {
    return !rule.id().startsWith(BaselineRules.PREFIX);
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
    return Stream.of(TestStacks.graph(stage), TestStacks.large())
        .anyMatch(graph -> isNeeded(exemption, graph, stage));
  }

  private static boolean isNeeded(
      RuleExemption exemption, ResourceGraph graph, DeploymentStage stage) {
    return RULES.stream()
        .anyMatch(
            rule ->
                rule.offenders().apply(graph).stream()
                    .anyMatch(offender -> exemption.covers(rule, offender, stage)));
  }
}
