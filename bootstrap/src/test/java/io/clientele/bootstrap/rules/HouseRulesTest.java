package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that we ship hold for ourselves. */
class HouseRulesTest {
  /** The context map, by its path in the repository. */
  static final Path CONTEXT_MAP = Path.of("domain", "context-map.properties");

  private static final String ROOT = "io.clientele";
  private static final Pattern KERNEL =
      Pattern.compile("io\\.clientele\\.(domain|application)\\.kernel(\\..*)?");
  private static final Pattern HTTP =
      Pattern.compile(
          "\\bhttp|\\betag|\\bif-match|\\blocation\\b|\\bint status\\b", Pattern.CASE_INSENSITIVE);
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

  /** What is stored for a repeated request is opaque: the HTTP adapter encodes and decodes it. */
  @Test
  void theKernelNamesNoTermOfHttp() {
    var kernel =
        SourceTree.main().stream()
            .filter(source -> KERNEL.matcher(source.packageName()).matches())
            .toList();
    assertThat(kernel).hasSizeGreaterThan(20);
    assertThat(kernel)
        .flatExtracting(SourceFile::lines)
        .filteredOn(line -> HTTP.matcher(line).find())
        .isEmpty();
  }

  /** {@code ViewCounterSettings.of} supplies a clock and a random generator as defaults. */
  @Test
  void theCoreGetsDependenciesByConstructor() {
    CoreRules.under(ROOT)
        .exceptFor("io.clientele.application.views.ViewCounterSettings")
        .withoutUseCasesIn(
            "io.clientele.application.kernel",
            "io.clientele.application.event.arrival",
            "io.clientele.application.ledger.posting",
            "io.clientele.application.views.pipeline")
        .check(CLASSES);
  }

  @Test
  void namesAreSpecificAndEveryPackageIsNullMarked() {
    NamingRules.under(ROOT).exceptIn("io.clientele.bootstrap").demandNullMarked().check(CLASSES);
  }
}
