package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the Java sources of all modules. A limit with a goal beside it is the figure that is
 * reached so far: it may fall towards the goal and does not rise.
 */
class HouseMeasuresTest {
  private static final SourceMeasures MAIN = new SourceMeasures(SourceTree.main());

  /** Modules whose main sources are the contracts, drivers and benchmarks of other modules. */
  private static final Set<String> TEST_SUPPORT =
      Set.of("domain/testkit", "adapters-http/apikit", "bootstrap/testbed", "bootstrap/benchmark");

  private static final SourceMeasures PRODUCT = mainOf(name -> !TEST_SUPPORT.contains(name));
  private static final SourceMeasures SUPPORT = mainOf(TEST_SUPPORT::contains);
  private static final SourceMeasures TESTS =
      new SourceMeasures(SourceTree.tests().stream().filter(source -> !isFixture(source)).toList());

  private static final List<SourceFile> OURS =
      SourceTree.java().stream().filter(source -> !isFixture(source)).toList();

  private static final int FILE_LINES_MEDIAN_MAX = 63; // goal: 45
  private static final int FILE_LINES_P95_MAX = 195; // goal: 150
  private static final int SUPPORT_LINES_MEDIAN_MAX = 100;
  private static final int FILE_LINES_MAX = 250;
  private static final int METHOD_LINES_MEDIAN_MAX = 5; // goal: 4
  private static final int METHOD_LINES_P95_MAX = 19; // goal: 15
  private static final int METHOD_LINES_MAX = 40;
  private static final int PARAMETERS_MAX = 5;
  private static final int TYPES_MAX = 20;
  private static final int README_WORDS_MAX = 700;

  /** The most lines of 100 that hold a comment; published jars have at least ten. */
  private static final Map<String, Integer> COMMENT_PERCENT_MAX =
      Map.ofEntries(
          entry("domain", 30), // goal: 25
          entry("domain/inmemory", 25),
          entry("domain/testkit", 25),
          entry("adapters-persistence/jdbc", 25),
          entry("domain/archrules", 25),
          entry("application", 25));

  private static final int COMMENT_PERCENT_MAX_ELSEWHERE = 12; // goal: 8
  private static final int COMMENT_PERCENT_MIN = 5; // goal: 10

  /** Leaves the figures of all main sources in a file, for the decision record. */
  @AfterAll
  static void writeFigures() throws IOException {
    var sizes = MAIN.packageSizes();
    Files.writeString(
        Path.of("target", "house-measures.txt"),
        """
        files %d
        packages %d, the largest has %d types
        cycles of classes in a package %d
        cycles of packages by imports, links of Javadoc included %d
        top-level names that occur twice %d
        lines of a file of the product: median, 95 %%, most %s
        lines of a file of test support: median, 95 %%, most %s
        lines of a method: median, 95 %%, most %s
        comment lines in percent by module %s
        """
            .formatted(
                MAIN.sources().size(),
                sizes.size(),
                Collections.max(sizes.values()),
                MAIN.classCycles().size(),
                MAIN.packageCycles().size(),
                new SourceMeasures(OURS).duplicateNames().size(),
                spread(PRODUCT::fileLines),
                spread(SUPPORT::fileLines),
                spread(MAIN::methodLines),
                commentPercents()));
  }

  private static String spread(Supplier<IntStream> figures) {
    return "%d, %d, %d"
        .formatted(
            SourceMeasures.median(figures.get()),
            SourceMeasures.p95(figures.get()),
            figures.get().max().orElse(0));
  }

  private static Map<String, Long> commentPercents() {
    var percents = new TreeMap<String, Long>();
    SourceTree.modules()
        .forEach((module, measures) -> percents.put(module, Math.round(measures.commentPercent())));
    return percents;
  }

  @Test
  void theSourcesAreFound() {
    assertThat(PRODUCT.sources()).hasSizeGreaterThan(1000);
    assertThat(SourceTree.modules()).containsKeys(TEST_SUPPORT.toArray(String[]::new));
    assertThat(TESTS.sources())
        .hasSizeGreaterThan(400)
        .anyMatch(source -> source.types().contains("HouseMeasuresTest"));
    assertThat(SourceTree.modules())
        .containsKeys(
            "domain",
            "domain/inmemory",
            "domain/testkit",
            "adapters-http",
            "bootstrap",
            "infra-pulumi");
  }

  @Test
  void mainFilesAreShort() {
    assertThat(SourceMeasures.median(PRODUCT.fileLines()))
        .isLessThanOrEqualTo(FILE_LINES_MEDIAN_MAX);
    assertThat(SourceMeasures.p95(PRODUCT.fileLines())).isLessThanOrEqualTo(FILE_LINES_P95_MAX);
    assertThat(SourceMeasures.median(SUPPORT.fileLines()))
        .isLessThanOrEqualTo(SUPPORT_LINES_MEDIAN_MAX);
    assertThat(MAIN.sources())
        .filteredOn(source -> source.lines().size() > FILE_LINES_MAX)
        .extracting(SourceFile::file)
        .isEmpty();
  }

  @Test
  void methodsOfMainAreShort() {
    assertThat(MAIN.methods()).hasSizeGreaterThan(3000);
    assertThat(SourceMeasures.median(MAIN.methodLines()))
        .isLessThanOrEqualTo(METHOD_LINES_MEDIAN_MAX);
    assertThat(SourceMeasures.p95(MAIN.methodLines())).isLessThanOrEqualTo(METHOD_LINES_P95_MAX);
    assertThat(MAIN.methods()).filteredOn(method -> method.lines() > METHOD_LINES_MAX).isEmpty();
  }

  @Test
  void signaturesHaveFewParameters() {
    assertThat(MAIN.methods())
        .filteredOn(method -> method.free() && method.parameters() > PARAMETERS_MAX)
        .isEmpty();
  }

  @Test
  void packagesAreSmall() {
    assertThat(MAIN.packageSizes()).allSatisfy((name, size) -> assertSmall(name, size));
    assertThat(TESTS.packageSizes()).allSatisfy((name, size) -> assertSmall(name, size));
  }

  @Test
  void typesOfAPackageDependOnEachOtherInOneDirection() {
    assertThat(MAIN.classCycles()).isEmpty();
  }

  @Test
  void aNameStandsForOneTopLevelType() {
    assertThat(new SourceMeasures(OURS).duplicateNames()).isEmpty();
  }

  @Test
  void everyPackageIsDescribed() {
    assertThat(
            OURS.stream()
                .filter(source -> !source.packageName().isEmpty())
                .filter(source -> SourceTree.packageInfo(source).isEmpty())
                .map(SourceFile::file))
        .isEmpty();
  }

  @Test
  void commentsHaveTheirShare() {
    assertThat(SourceTree.modules())
        .allSatisfy(
            (module, measures) ->
                assertThat(measures.commentPercent())
                    .as(module)
                    .isBetween(
                        COMMENT_PERCENT_MAX.containsKey(module) ? COMMENT_PERCENT_MIN : 0.0,
                        (double)
                            COMMENT_PERCENT_MAX.getOrDefault(
                                module, COMMENT_PERCENT_MAX_ELSEWHERE)));
  }

  @Test
  void theReadmeStaysShort() throws IOException {
    assertThat(Files.readString(SourceTree.ROOT.resolve("README.md")).split("\\s+"))
        .hasSizeLessThan(README_WORDS_MAX);
  }

  /** Code that breaks the rules of architecture on purpose, or stands for an embedder's code. */
  private static boolean isFixture(SourceFile source) {
    return !source.packageName().startsWith("io.clientele")
        || source.packageName().startsWith("io.clientele.archrules.");
  }

  private static SourceMeasures mainOf(Predicate<String> modules) {
    return new SourceMeasures(
        SourceTree.modules().entrySet().stream()
            .filter(module -> modules.test(module.getKey()))
            .flatMap(module -> module.getValue().sources().stream())
            .toList());
  }

  private static void assertSmall(String name, int types) {
    assertThat(types).as(name).isLessThanOrEqualTo(TYPES_MAX);
  }
}
