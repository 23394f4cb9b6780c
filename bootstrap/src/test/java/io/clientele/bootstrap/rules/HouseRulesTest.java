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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** The classes that serve all contexts and get what contexts contribute. */
  private static final Set<String> SHARED =
      Set.of(
          "ApiScenario",
          "Config",
          "ConfigModule",
          "HttpModule",
          "IngressHandler",
          "InMemoryParts",
          "InMemoryServer",
          "JobScheduler",
          "ManagedParts",
          "Platform",
          "RateLimitSettings",
          "RequestRateLimiter",
          "RouteTable",
          "Schema",
          "SchemaMigration",
          "ServiceLifecycle",
          "ServiceSetting");

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

  /** Bootstrap compiles on the class path, where the compiler does not see what modules export. */
  @Test
  void modulesUseOnlyWhatAnotherModuleExports() {
    var hiding =
        SourceTree.modules().values().stream()
            .map(ModuleExports::of)
            .flatMap(Optional::stream)
            .filter(module -> module.hidden().length > 0)
            .toList();
    assertThat(hiding).hasSizeGreaterThan(3);
    hiding.forEach(
        module ->
            ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module.hidden())
                .check(CLASSES));
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

  /**
   * A new context adds itself to lists: {@code Contexts}, {@code ContextScenarios}, {@code
   * InMemoryContexts}. The classes that these lists feed name no context, by type or by setting.
   * Each route names types of the identity domain, as the context map allows.
   */
  @Test
  void sharedClassesNameNoContext() {
    var context = contexts();
    var named =
        Pattern.compile(
            "io\\.clientele\\.(?!domain\\.identity\\.)\\w+\\.(%s)\\b|\\b(%s|ADMIN|OIDC)S?_[A-Z]+|\\bInMemory(%s)S?[A-Z]?"
                .formatted(context, context.toUpperCase(Locale.ROOT), capitalized(context)));
    var shared =
        SourceTree.java().stream().filter(source -> SHARED.contains(name(source))).toList();
    assertThat(shared).extracting(HouseRulesTest::name).containsExactlyInAnyOrderElementsOf(SHARED);
    assertThat(shared)
        .flatExtracting(
            source ->
                source.lines().stream()
                    .filter(line -> named.matcher(line).find())
                    .map(line -> name(source) + ": " + line.strip())
                    .toList())
        .isEmpty();
  }

  /** Returns the names of all contexts but the kernel, as alternatives of a pattern. */
  private static String contexts() {
    try {
      return Files.readAllLines(SourceTree.ROOT.resolve(CONTEXT_MAP)).stream()
          .filter(line -> line.matches("[a-z]+ =.*") && !line.startsWith("kernel "))
          .map(line -> line.split(" ")[0])
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String capitalized(String names) {
    return Pattern.compile("\\b[a-z]")
        .matcher(names)
        .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
  }

  private static String name(SourceFile source) {
    return source.file().getFileName().toString().replace(".java", "");
  }

  /** {@code ViewCounterSettings.of} supplies a clock and a random generator as defaults. */
  @Test
  void theCoreGetsDependenciesByConstructor() {
    CoreRules.under(ROOT)
        .exceptFor("io.clientele.application.views.ViewCounterSettings")
        .withoutUseCasesIn(
            "io.clientele.application.webhook.relay",
            "io.clientele.application.kernel",
            "io.clientele.application.event.arrival",
            "io.clientele.application.ledger.posting",
            "io.clientele.application.order.command",
            "io.clientele.application.order.placing",
            "io.clientele.application.order.watch",
            "io.clientele.application.views.pipeline")
        .check(CLASSES);
  }

  @Test
  void namesAreSpecificAndEveryPackageIsNullMarked() {
    NamingRules.under(ROOT).exceptIn("io.clientele.bootstrap").demandNullMarked().check(CLASSES);
  }
}
