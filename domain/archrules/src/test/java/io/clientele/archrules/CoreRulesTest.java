package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreRulesTest {
  private static final String ROOT = CoreRulesTest.class.getPackageName() + ".loose";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
  private static final CoreRules RULES = CoreRules.under(ROOT).withTests();

  @ParameterizedTest
  @CsvSource({
    "no-ambient-time, AsksInstant",
    "no-ambient-time, RefersToInstant",
    "no-ambient-time, AsksLocalDate",
    "no-ambient-time, AsksMillis",
    "no-ambient-time, MakesDate",
    "no-ambient-time, MakesClock",
    "no-ambient-time, MakesInstantSource",
    "no-ambient-chance, MakesUuid",
    "no-ambient-chance, RefersToUuid",
    "no-ambient-chance, AsksMath",
    "no-ambient-chance, MakesRandom",
    "no-ambient-chance, MakesSecureRandom",
    "no-ambient-chance, AsksThreadLocalRandom",
    "no-ambient-chance, AsksRandomGenerator",
    "no-ambient-chance, Shuffles",
    "no-threads, MakesThread",
    "no-threads, ExtendsThread",
    "no-threads, MakesExecutor",
    "no-threads, BorrowsThread",
    "no-threads, Spreads",
    "no-threads, Splits",
    "no-static-state, Counts",
    "no-static-state, CountsAtomically",
    "no-static-state, Caches",
    "no-static-state, OffersArray",
    "no-static-state, Remembers",
    "no-static-state, HidesAMap",
    "no-static-state, HidesAMapInABlock",
    "no-static-state, HidesAListInAMethod",
    "no-static-state, HidesASetBehindACollector",
    "no-static-state, HidesAListOnManyLines",
    "no-static-state, SharesRandom",
    "no-static-state, SharesAMatcher",
    "no-io, KnowsJdbc",
    "no-io, KnowsPath",
    "no-io, KnowsFile",
    "no-io, OpensAUrl",
    "no-io, LooksUpAHost",
    "no-io, CallsByTheJdk",
    "no-io, CallsByALibrary",
    "no-io, KnowsAnHttpConnection",
    "no-environment, AsksEnvironment",
    "no-environment, Prints",
    "no-environment, PrintsStackTrace",
    "no-field-injection, InjectsField",
    "no-field-injection, InjectsSetter",
  })
  void theDomainFetchesNoDependencies(String rule, String offender) {
    assertRed(rule, "domain.Loose$" + offender);
  }

  @ParameterizedTest
  @CsvSource({
    "use-cases-are-final, OpenShop",
    "use-cases-are-final, CountShops",
    "use-cases-do-one-thing, MoveShop",
    "use-cases-do-one-thing, PaintShop",
    "use-cases-do-one-thing, PaintingShops",
    "use-cases-do-one-thing, RentShop",
    "use-cases-name-their-outcomes, FindShop",
  })
  void aUseCaseHasOnePublicMethod(String rule, String offender) {
    assertRed(rule, "application." + offender);
  }

  @Test
  void injectedDependenciesAndOtherTypesAreAllowed() {
    assertThatCode(() -> RULES.check(with("domain.Loose$Careful", "application.Shops")))
        .doesNotThrowAnyException();
  }

  @Test
  void anExcludedPackageIsAllowedAndMustExist() {
    var engine = with("application.engine.Engine");
    assertThat(report(RULES, engine)).contains("[use-cases-are-final]", "[use-cases-do-one-thing]");
    assertThat(report(RULES.withoutUseCasesIn(ROOT + ".application.engine"), engine)).isEmpty();
    assertThat(report(RULES.withoutUseCasesIn(ROOT + ".application.engines"), engine))
        .contains("package " + ROOT + ".application.engines is named and holds no imported class");
  }

  @Test
  void anExemptTypeIsAllowedAndMustExist() {
    var rules = RULES.exceptFor(ROOT + ".domain.Loose$MakesUuid");
    assertThat(report(rules, with("domain.Loose$MakesUuid"))).isEmpty();
    assertThat(report(rules, with())).contains("Loose$MakesUuid is named and not imported");
  }

  @Test
  void aViolationNamesItsFix() {
    assertThat(report(RULES, with("domain.Loose$MakesUuid")))
        .contains("Fix: take a RandomGenerator", ".exceptFor(");
  }

  @Test
  void testClassesAreNotCheckedUnlessAsked() {
    assertThat(report(CoreRules.under(ROOT), with("domain.Loose$MakesUuid")))
        .contains(ROOT + ".domain is named and holds no imported class");
  }

  @Test
  void anEmptyPackageIsReported() {
    assertThat(report(RULES.domain(ROOT + ".domian"), with()))
        .contains("domian is named and holds");
  }

  @Test
  void anAbsentPartNeedsNoPackage() {
    var domain = only(Stream.of("domain.Loose"));
    assertThat(report(RULES, domain)).contains(ROOT + ".application is named and holds");
    assertThatCode(() -> RULES.application().check(domain)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownRuleCannotBeExcluded() {
    assertThatThrownBy(() -> RULES.without("no-thread"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRed(String rule, String offender) {
    assertThat(report(RULES, with(offender)))
        .startsWith("[" + rule + "]")
        .containsOnlyOnce("\n  Fix")
        .contains(ROOT + "." + offender);
    assertThat(report(RULES.without(rule), with(offender))).isEmpty();
    assertThat(RULES.rules()).containsKey(rule);
    assertThat(RULES.without(rule).rules()).doesNotContainKey(rule);
  }

  private static JavaClasses with(String... types) {
    return only(
        Stream.concat(Stream.of("domain.Loose", "application.CloseShop"), Stream.of(types)));
  }

  private static JavaClasses only(Stream<String> types) {
    return Imported.only(ALL, types.map(type -> ROOT + "." + type));
  }

  private static String report(CoreRules rules, JavaClasses classes) {
    try {
      rules.check(classes);
      return "";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }
}
