package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Sizes and habits that no compiler looks at, over every source of the repository. */
class HouseMeasuresTest {
  private static final int FILE_LINES_MAX = 250;
  private static final int METHOD_LINES_MAX = 40;
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", ".clientele");
  private static final Path ROOT = root(Path.of("").toAbsolutePath());
  private static final List<Path> SOURCES = sources();

  /** A word in two halves, so that this file does not hold what it looks for. */
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final Pattern MOCK =
      Pattern.compile("\\b(Mocki" + "to|EasyMo" + "ck|@Mo" + "ck|@Spy)\\b");
  private static final int README_WORDS_MAX = 700;
  private static final Pattern SLEEP =
      Pattern.compile("\\b(Thread|SECONDS|MILLISECONDS)\\.slee" + "p\\(");

  /** {@code nanoTime} may overflow: two of its values are compared by their difference. */
  private static final Pattern NANOS_COMPARED =
      Pattern.compile("nanoTime\\(\\)\\s*[<>]|(?<!-)[<>]=?\\s*(System\\.)?nanoTime\\(\\)");

  @Test
  void nanosAreComparedByDifference() {
    assertThat(offenders(file -> true, file -> holds(file, NANOS_COMPARED))).isEmpty();
  }

  @Test
  void theSourcesAreFound() {
    assertThat(SOURCES)
        .hasSizeGreaterThan(100)
        .anyMatch(file -> file.endsWith("rules/HouseMeasuresTest.java"));
  }

  @Test
  void noMainFileIsTooLong() {
    assertThat(offenders(HouseMeasuresTest::isMain, file -> lines(file).size() > FILE_LINES_MAX))
        .isEmpty();
  }

  @Test
  void theReadmeStaysShort() throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md")).split("\\s+"))
        .hasSizeLessThan(README_WORDS_MAX);
  }

  @Test
  void noMethodIsTooLong() {
    var main = SOURCES.stream().filter(HouseMeasuresTest::isMain).toList();
    assertThat(SourceMethods.of(main)).hasSizeGreaterThan(500);
    assertThat(SourceMethods.of(main))
        .filteredOn(method -> method.lines() > METHOD_LINES_MAX)
        .isEmpty();
  }

  @Test
  void everyMainPackageSaysWhatItIsFor() {
    assertThat(
            SOURCES.stream()
                .filter(HouseMeasuresTest::isMain)
                .filter(HouseMeasuresTest::isInPackage)
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(offenders(file -> true, file -> holds(file, LEFT_OVER))).isEmpty();
  }

  @Test
  void nothingIsMocked() {
    assertThat(offenders(file -> true, file -> holds(file, MOCK))).isEmpty();
  }

  @Test
  void noTestSleeps() {
    assertThat(offenders(file -> !isMain(file), file -> holds(file, SLEEP))).isEmpty();
  }

  private static List<Path> offenders(Predicate<Path> meant, Predicate<Path> fault) {
    return SOURCES.stream().filter(meant).filter(fault).map(ROOT::relativize).toList();
  }

  private static boolean holds(Path file, Pattern pattern) {
    return lines(file).stream().anyMatch(line -> pattern.matcher(line).find());
  }

  private static boolean isMain(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/').contains("src/main/java/");
  }

  private static boolean isInPackage(Path file) {
    return !file.getFileName().toString().equals("module-info.java");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(HouseMeasuresTest::isOurs)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    return StreamSupport.stream(ROOT.relativize(file).spliterator(), false)
        .map(Path::toString)
        .noneMatch(NOT_OURS::contains);
  }

  /** The folder above the modules: the first on the way up that has the domain in it. */
  private static Path root(Path start) {
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("domain/pom.xml"))) {
        return folder;
      }
    }
    throw new AssertionError("no repository around " + start);
  }
}
