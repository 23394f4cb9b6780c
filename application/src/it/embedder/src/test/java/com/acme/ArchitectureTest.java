package com.acme;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.clientele.archrules.CoreRules;
import io.clientele.archrules.Hexagon;
import io.clientele.archrules.NamingRules;
import org.junit.jupiter.api.Test;

/** Acme's hexagon stands around Clientele's core, so that is imported, too. */
class ArchitectureTest {
  private static final String[] APPLICATION = {"com.acme.application", "io.clientele.application"};
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.acme", "io.clientele.domain", "io.clientele.application");

  @Test
  void acmeIsAHexagon() {
    Hexagon.under("com.acme", "store", "web")
        .driven("store")
        .domain("com.acme.domain", "io.clientele.domain")
        .application(APPLICATION)
        .check(CLASSES);
  }

  @Test
  void theCoreGetsItsDependenciesByConstructor() {
    CoreRules.under("com.acme")
        .domain("com.acme.domain")
        .application("com.acme.application")
        .check(CLASSES);
  }

  @Test
  void namesAreNotGeneric() {
    NamingRules.under("com.acme").exceptIn("com.acme.bootstrap").check(CLASSES);
  }
}
