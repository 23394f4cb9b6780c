package io.clientele.bootstrap.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.clientele.archrules.ContextMap;
import io.clientele.archrules.ContextRules;
import io.clientele.archrules.CoreRules;
import io.clientele.archrules.Hexagon;
import io.clientele.archrules.NamingRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules that we ship hold for ourselves. */
class HouseRulesTest {
  /** The context map, by its path in the repository. */
  static final Path CONTEXT_MAP = Path.of("domain", "context-map.properties");

  private static final String ROOT = "io.clientele";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "io.clientele.domain",
              "io.clientele.application",
              "io.clientele.http",
              "io.clientele.persistence",
              "io.clientele.cache",
              "io.clientele.bootstrap");

  @Test
  void clienteleIsAHexagon() {
    Hexagon.under(ROOT, "http", "persistence", "cache")
        .driven("persistence", "cache")
        .without("contexts-apart") // the context map says more
        .check(CLASSES);
  }

  /** Dagger's code uses Guava where the compiler sees it; the image does not contain it. */
  @Test
  void nothingUsesGuava() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.common..")
        .check(CLASSES);
  }

  /** The module of the HTTP adapter has no descriptor that would hide these packages. */
  @Test
  void packagesInsideTheHttpAdapterStayInside() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("io.clientele.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.clientele.http.csv..", "io.clientele.http.telemetry..")
        .check(CLASSES);
  }

  @Test
  void contextsUseEachOtherAsTheMapSays() {
    ContextRules.of(
            ContextMap.read(SourceTree.ROOT.resolve(CONTEXT_MAP)),
            "io.clientele.domain",
            "io.clientele.application",
            "io.clientele.http",
            "io.clientele.persistence",
            "io.clientele.cache",
            "io.clientele.bootstrap")
        .check(CLASSES);
  }

  /** {@code ViewCounterSettings.of} supplies a clock and a random generator as defaults. */
  @Test
  void theCoreTakesWhatItNeedsByConstructor() {
    CoreRules.under(ROOT)
        .exceptFor("io.clientele.application.views.ViewCounterSettings")
        .withoutUseCasesIn(
            "io.clientele.application.kernel", "io.clientele.application.views.pipeline")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIsAndEveryPackageIsNullMarked() {
    NamingRules.under(ROOT).exceptIn("io.clientele.bootstrap").demandNullMarked().check(CLASSES);
  }
}
