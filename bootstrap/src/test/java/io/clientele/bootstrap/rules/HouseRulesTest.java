package io.clientele.bootstrap.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.clientele.archrules.CoreRules;
import io.clientele.archrules.Hexagon;
import io.clientele.archrules.NamingRules;
import org.junit.jupiter.api.Test;

/** The rules that we ship hold for ourselves. */
class HouseRulesTest {
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
        .contextsShare("io.clientele.domain.kernel.AccountId")
        .check(CLASSES);
  }

  /** {@code ViewCounterSettings.of} supplies a clock and a random generator as defaults. */
  @Test
  void theCoreTakesWhatItNeedsByConstructor() {
    CoreRules.under(ROOT)
        .exceptFor("io.clientele.application.views.ViewCounterSettings")
        .withoutUseCasesIn("io.clientele.application.views.pipeline")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIsAndEveryPackageIsNullMarked() {
    NamingRules.under(ROOT).exceptIn("io.clientele.bootstrap").demandNullMarked().check(CLASSES);
  }
}
