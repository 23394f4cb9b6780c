package io.clientele.infra.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clientele.infra.Places;
import io.clientele.infra.config.Stage;
import io.clientele.infra.graph.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds of every stack, and would be noticed if it did not. */
class RulesTest {
  private static final List<Rule> RULES =
      Stream.of(
              NetworkRules.all(),
              DataRules.all(),
              CacheRules.all(),
              ComputeRules.all(),
              BalancerRules.all(),
              SiteRules.all(),
              WatchRules.all(),
              IdentityRules.all(),
              EdgeLogRules.all())
          .flatMap(List::stream)
          .toList();

  @Test
  void noTwoRulesHaveOneId() {
    assertThat(RULES).extracting(Rule::id).doesNotHaveDuplicates().hasSizeGreaterThan(90);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return Arrays.stream(Stage.values())
        .flatMap(
            stage ->
                RULES.stream()
                    .map(
                        rule ->
                            dynamicTest(
                                stage.id() + " " + rule,
                                () ->
                                    assertThat(broken(rule, Places.graph(stage), stage))
                                        .as(rule.text())
                                        .isEmpty())));
  }

  /** Webhooks and outside issuers of tokens need a way out. */
  @Test
  void everyRuleHoldsWithGatewaysToo() {
    var graph = Places.graph(Places.withGateways(), false);
    assertThat(graph.all("ec2/natGateway:NatGateway")).hasSize(3);
    assertThat(RULES).allSatisfy(rule -> assertThat(broken(rule, graph, Stage.PROD)).isEmpty());
  }

  /** In production, where nothing is exempt for being small. */
  @TestFactory
  Stream<DynamicTest> everyBreachIsNoticedByItsRuleAlone() {
    var graph = Places.graph(Stage.PROD);
    return RULES.stream()
        .map(
            rule ->
                dynamicTest(
                    rule.toString(),
                    () ->
                        assertThat(RULES)
                            .filteredOn(
                                each ->
                                    !broken(each, rule.breach().apply(graph), Stage.PROD).isEmpty())
                            .containsExactly(rule)));
  }

  @TestFactory
  Stream<DynamicTest> noExemptionIsStale() {
    return Exemption.all().stream()
        .map(
            exemption ->
                dynamicTest(
                    exemption.toString(),
                    () -> {
                      assertThat(exemption.reason()).isNotBlank();
                      assertThat(exemption.stages()).allMatch(stage -> isNeeded(exemption, stage));
                    }));
  }

  private static boolean isNeeded(Exemption exemption, Stage stage) {
    return RULES.stream()
        .anyMatch(
            rule ->
                rule.offenders().apply(Places.graph(stage)).stream()
                    .anyMatch(offender -> exemption.covers(rule, offender, stage)));
  }

  private static List<String> broken(Rule rule, Graph graph, Stage stage) {
    return rule.offenders().apply(graph).stream()
        .filter(
            offender ->
                Exemption.all().stream()
                    .noneMatch(exemption -> exemption.covers(rule, offender, stage)))
        .toList();
  }
}
