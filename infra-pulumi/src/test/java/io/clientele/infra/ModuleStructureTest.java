package io.clientele.infra;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks package sizes and cycles, because the rules of the other modules do not see this one. */
class ModuleStructureTest {
  private static final String ROOT = "io.clientele.infra";
  private static final int TYPES_MAX = 20;
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  @Test
  void packagesHaveNoCycle() {
    checkAcyclic(JavaClass::getPackageName);
  }

  @Test
  void classesHaveNoCycle() {
    checkAcyclic(ModuleStructureTest::topLevelName);
  }

  @Test
  void packagesHaveAtMostTwentyTypes() {
    var sizes =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes).hasSize(9);
    assertThat(sizes.values()).allMatch(size -> size <= TYPES_MAX);
  }

  private static void checkAcyclic(Function<JavaClass, String> slice) {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(slice.apply(type))
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return ROOT;
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  private static String topLevelName(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}
