package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingRulesTest {
  private static final String ROOT = NamingRulesTest.class.getPackageName() + ".loose";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
  private static final NamingRules RULES = NamingRules.under(ROOT).withTests();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccountServiceImpl",
        "AccountHelpers",
        "AbstractAccount",
        "BaseAccount",
        "AccountDTO",
        "CloseAccountUseCase",
        "AccountPortJdbc",
        "Service",
      })
  void aGenericNameIsReported(String name) {
    assertThat(report(RULES, named(name)))
        .startsWith("[no-generic-names]")
        .contains("$" + name + "> ");
    assertThat(report(RULES.without("no-generic-names"), named(name))).isEmpty();
    assertThat(report(RULES.exceptIn(ROOT + ".web"), named(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PortUnavailable", "EntityTag", "Database", "Report", "Basement", "Case"})
  void aWordInsideOrBeforeAnotherIsAllowed(String name) {
    assertThat(report(RULES, named(name))).isEmpty();
  }

  @Test
  void aPackageMustBeNullMarkedIfAsked() {
    var main = Shop.only("bootstrap.Main");
    assertThat(report(NamingRules.under(Shop.ROOT).withTests(), main)).isEmpty();
    assertThat(report(NamingRules.under(Shop.ROOT).withTests().demandNullMarked(), main))
        .startsWith("[null-marked]")
        .contains("Package " + Shop.name("bootstrap") + " is not null-marked");
  }

  @Test
  void aPackageThatIsNotNullMarkedIsReportedOnce() {
    var rules = NamingRules.under(Shop.ROOT).withTests().demandNullMarked();
    assertThat(report(rules, Shop.with()))
        .containsOnlyOnce("Package " + Shop.name("domain") + " is not null-marked");
  }

  @Test
  void aNullMarkedPackagePasses() {
    var marked = new ClassFileImporter().importPackagesOf(NamingRules.class);
    var rules = NamingRules.under(NamingRules.class.getPackageName()).demandNullMarked();
    assertThat(report(rules, Imported.only(marked, Stream.of(NamingRules.class.getName()))))
        .isEmpty();
  }

  @Test
  void everyPackageWithoutAClassIsReported() {
    assertThat(
            report(
                NamingRules.under(ROOT + "r").withTests().exceptIn("com.acme.misspelt"),
                named("Report")))
        .contains(ROOT + "r is named and holds", "com.acme.misspelt is named and holds");
  }

  @Test
  void anUnknownRuleCannotBeExcluded() {
    assertThatThrownBy(() -> RULES.without("names")).isInstanceOf(IllegalArgumentException.class);
  }

  private static JavaClasses named(String name) {
    return Imported.only(ALL, Stream.of(ROOT + ".web.Names$" + name));
  }

  private static String report(NamingRules rules, JavaClasses classes) {
    try {
      rules.check(classes);
      return "";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }
}
