package io.clientele.archrules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
  private static final String ROOT = PackageRulesTest.class.getPackageName() + ".crowd";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
  private static final PackageRules RULES = PackageRules.under(ROOT).withTests();

  @Test
  void packagesAndSignaturesAtTheirLimitsPass() {
    assertThat(report(RULES, in("calm"))).isEmpty();
    assertThat(report(RULES, in("nearly"))).isEmpty();
  }

  @Test
  void aCycleOfPackagesIsNamedWithOneExampleForEachStep() {
    assertThat(report(RULES, in("cyclic")))
        .startsWith("[no-package-cycles]")
        .containsOnlyOnce("Cycle: ")
        .containsOnlyOnce("Fix: ")
        .contains(
            "Cycle: %1$s.one -> %1$s.two -> %1$s.three -> %1$s.one".formatted(ROOT + ".cyclic"),
            "(First.java:",
            "(Second.java:",
            "(Third.java:");
    assertSilenced("no-package-cycles", "cyclic");
  }

  @Test
  void aCycleOfClassesIsNamed() {
    assertThat(report(RULES, in("mutual")))
        .startsWith("[no-class-cycles]")
        .containsOnlyOnce("Cycle: ")
        .containsOnlyOnce("Fix: ")
        .contains("Cycle: %1$s.Chicken -> %1$s.Egg -> %1$s.Chicken".formatted(ROOT + ".mutual"))
        .contains("(Egg.java:", "(Chicken.java:");
    assertSilenced("no-class-cycles", "mutual");
  }

  @Test
  void aPackageOfTwentyOneTypesIsNamed() {
    assertThat(report(RULES, in("full")))
        .startsWith("[small-packages]")
        .containsOnlyOnce("Fix: ")
        .contains("Package " + ROOT + ".full has 21 types", ".typesMax(...)");
    assertSilenced("small-packages", "full");
    assertThat(report(RULES.typesMax(21), in("full"))).isEmpty();
  }

  @Test
  void signaturesOfSixParametersAreNamed() {
    assertThat(report(RULES, in("wide")))
        .startsWith("[few-parameters]")
        .containsOnlyOnce("Fix: ")
        .contains(
            "Signatures.call(", "Signatures$Made.<init>(", "Signatures$Box.<init>(", "OwnToo.own(")
        .contains("has 6 parameters", ".parametersMax(...)")
        .doesNotContain("calm", "needsReload");
    assertSilenced("few-parameters", "wide");
    assertThat(report(RULES.parametersMax(6), in("wide"))).isEmpty();
  }

  @Test
  void limitsCanBeLower() {
    assertThat(report(RULES.typesMax(19), in("nearly"))).contains("nearly has 20 types");
    assertThat(report(RULES.parametersMax(4), in("calm")))
        .contains("Kind.<init>(", "Line.<init>(", "Drawing.line(")
        .doesNotContain("Box", "$1");
  }

  @Test
  void aRootPackageWithoutAClassIsReported() {
    assertThat(report(PackageRules.under(ROOT, ROOT + "s").withTests(), ALL))
        .isEqualTo("package " + ROOT + "s is named and holds no imported class");
  }

  @Test
  void testClassesAreNotCheckedUnlessAsked() {
    assertThat(report(PackageRules.under(ROOT), ALL)).contains(ROOT + " is named and holds no");
  }

  @Test
  void anUnknownRuleCannotBeExcluded() {
    assertThatThrownBy(() -> RULES.without("few-types"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small-packages");
  }

  private static void assertSilenced(String rule, String folder) {
    assertThat(report(RULES.without(rule), in(folder))).isEmpty();
    assertThat(RULES.rules()).containsKey(rule);
    assertThat(RULES.without(rule).rules()).doesNotContainKey(rule);
  }

  private static JavaClasses in(String folder) {
    return ALL.that(
        describe(
            "are in " + folder,
            (JavaClass type) -> Conditions.isIn(type, List.of(ROOT + "." + folder))));
  }

  private static String report(PackageRules rules, JavaClasses classes) {
    try {
      rules.check(classes);
      return "";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }
}
