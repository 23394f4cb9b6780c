package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HexagonTest {
  private static final Hexagon SHOP =
      Hexagon.under(Shop.ROOT, "web", "db")
          .withTests()
          .driven("db")
          .contextsShare(Shop.name("domain.client.ClientNumber"));

  /** The rule, what the report must name, and the classes that break this rule and no other. */
  static Stream<Arguments> violations() {
    return Stream.of(
        violation("core-knows-itself", "org.assertj.core.api.Condition", "domain.KnowsALibrary"),
        violation("domain-below-application", "PlaceOrder", "domain.SeesAUseCase"),
        violation("core-below-adapters", "JdbcOrders", "application.SeesAnAdapter"),
        violation("adapters-apart", "JdbcOrders", "web.SeesTheStore"),
        violation("bootstrap-on-top", "bootstrap.Main", "application.SeesMain"),
        violation("ports-are-interfaces", "ExtendsTheCore", "domain.Ledger", "db.ExtendsTheCore"),
        violation("ports-in-domain", "Receipts", "application.Receipts", "db.PrintsReceipts"),
        violation(
            "ports-implemented-in-adapters", "domain.Orders", "application.KeepsOrdersItself"),
        violation("injection-in-bootstrap", "jakarta.inject.Inject", "web.IsInjected"),
        violation("no-cycles", "Cycle: ", "domain.Circle", "domain.credit.Arc"),
        violation("contexts-apart", "domain.client.Client", "domain.credit.SeesAnotherContext"),
        violation("contexts-apart", "domain.client.Client", "domain.KernelSeesAContext"),
        violation(
            "driven-adapters-below-use-cases",
            "application.Receipts",
            "application.Receipts",
            "db.PrintsReceipts"),
        violation("every-class-has-a-part", "attic.IsForgotten", "attic.IsForgotten"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyRuleFindsItsViolation(String rule, String named, String[] offenders) {
    assertThatThrownBy(() -> SHOP.check(Shop.with(offenders)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[" + rule + "]")
        .hasMessageContaining(Shop.name(offenders[offenders.length - 1]))
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void anExcludedRuleReportsNothing(String rule, String named, String[] offenders) {
    assertThat(report(SHOP.without(rule), Shop.with(offenders))).doesNotContain("[" + rule + "]");
  }

  @Test
  void everyRuleHasAViolationHere() {
    assertThat(violations().map(violation -> (String) violation.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(SHOP.rules().keySet());
  }

  @Test
  void aCleanHexagonPasses() {
    assertThatCode(() -> SHOP.check(Shop.with())).doesNotThrowAnyException();
  }

  @Test
  void allViolationsOfAllRulesAreReportedTogether() {
    assertThat(
            report(SHOP, Shop.with("web.SeesTheStore", "web.IsInjected", "domain.KnowsALibrary")))
        .contains("[adapters-apart]", "[injection-in-bootstrap]", "[core-knows-itself]");
  }

  @Test
  void anUnknownRuleCannotBeExcluded() {
    assertThatThrownBy(() -> SHOP.without("no-cycle"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-cycle;")
        .hasMessageContaining("no-cycles");
  }

  @Test
  void exclusionsAddUpAndTheFirstHexagonKeepsItsRules() {
    var less = SHOP.without("no-cycles").without("adapters-apart");
    assertThat(less.rules()).doesNotContainKeys("no-cycles", "adapters-apart");
    assertThat(SHOP.rules()).containsKeys("no-cycles", "adapters-apart");
  }

  @Test
  void everyPackageWithoutAClassIsReportedBeforeAnyRule() {
    var misspelt = Hexagon.under(Shop.ROOT, "wbe", "db", "hollow").withTests();
    assertThat(report(misspelt, Shop.with("domain.KnowsALibrary")))
        .contains(Shop.name("wbe"), Shop.name("hollow"))
        .doesNotContain("[core-knows-itself]");
  }

  @Test
  void aPackageWithOnlyAPackageInfoIsEmpty() {
    assertThat(
            report(
                Hexagon.under(Shop.ROOT, "web", "db", "hollow").withTests(),
                Shop.with("hollow.package-info")))
        .contains("package " + Shop.name("hollow") + " is named and holds no imported class");
  }

  @Test
  void aMisspeltSharedTypeIsReported() {
    assertThat(report(SHOP.contextsShare(Shop.name("domain.client.ClientNo")), Shop.with()))
        .contains("ClientNo is named and not imported");
  }

  @Test
  void aPackageOfTwoPartsIsReported() {
    assertThat(report(SHOP.application(Shop.name("domain")), Shop.with()))
        .contains("is named twice");
  }

  @Test
  void aDrivenAdapterMustBeAnAdapter() {
    assertThatThrownBy(() -> Hexagon.under(Shop.ROOT, "web").driven("db"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCoreMayUseAllowedPackages() {
    assertThatCode(() -> SHOP.coreMayKnow("org.assertj").check(Shop.with("domain.KnowsALibrary")))
        .doesNotThrowAnyException();
  }

  @Test
  void anUnknownPackageCannotBeAllowedToTheCore() {
    assertThat(report(SHOP.coreMayKnow("org.asertj"), Shop.with("domain.KnowsALibrary")))
        .contains("package org.asertj is named by .coreMayKnow(...)")
        .doesNotContain("[core-knows-itself]");
  }

  @Test
  void aViolationNamesItsFix() {
    assertThat(report(SHOP, Shop.with("domain.KnowsALibrary")))
        .contains("Fix: ", ".coreMayKnow(\"full.name.of.the.package\")");
  }

  @Test
  void testClassesAreNotCheckedUnlessAsked() {
    assertThat(report(Hexagon.under(Shop.ROOT, "web", "db"), Shop.with()))
        .contains(Shop.name("domain") + " is named and holds no imported class");
  }

  @Test
  void aTestImplementationOfAnInterfaceDoesNotMakeItADrivenPort() {
    var rule = Hexagon.under(Shop.ROOT, "web", "db").rules().get("ports-implemented-in-adapters");
    assertThat(
            rule.evaluate(Shop.with("application.KeepsOrdersItself"))
                .getFailureReport()
                .getDetails())
        .isEmpty();
  }

  @Test
  void contextsAreUnrestrictedWithoutSharedTypes() {
    assertThatCode(
            () ->
                Hexagon.under(Shop.ROOT, "web", "db")
                    .withTests()
                    .check(Shop.with("domain.credit.SeesAnotherContext")))
        .doesNotThrowAnyException();
  }

  @Test
  void bootstrapMayBeTheRootItself() {
    var flat =
        Hexagon.under(Shop.ROOT, "web", "db")
            .withTests()
            .bootstrap(Shop.ROOT)
            .without("ports-in-domain");
    assertThatCode(() -> flat.check(Shop.with())).doesNotThrowAnyException();
    assertThat(report(flat, Shop.with("application.SeesMain"))).contains("[bootstrap-on-top]");
  }

  @Test
  void anAbsentPartNeedsNoPackage() {
    var domainAlone = Hexagon.under(Shop.ROOT).withTests().application().bootstrap();
    assertThatCode(() -> domainAlone.check(Shop.only("domain.Order", "domain.Orders")))
        .doesNotThrowAnyException();
  }

  private static Arguments violation(String rule, String named, String... offenders) {
    return Arguments.of(rule, named, offenders);
  }

  private static String report(Hexagon hexagon, JavaClasses classes) {
    try {
      hexagon.check(classes);
      return "";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }
}
