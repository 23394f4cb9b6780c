package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Searches the repository for words and calls that it does not use. */
class ForbiddenTextTest {
  private static final Predicate<Path> JAVA = file -> file.toString().endsWith(".java");
  private static final Predicate<Path> TESTS =
      JAVA.and(file -> !file.toString().contains("/src/main/java/"));
  private static final Predicate<Path> TEXTS =
      file -> file.toString().matches(".*\\.(java|md|ya?ml|tsx?|sql|properties|lua|sh)");

  /** Applied migrations have checksums, and a released document is a baseline: neither changes. */
  private static final Predicate<Path> FROZEN =
      file -> file.toString().matches(".*(/db/migration/|/released/).*");

  private static final Pattern LEFT_OVER = words("TO|DO", "FIX|ME", "XX|X");
  private static final Pattern MOCK =
      Pattern.compile("\\b(Mocki" + "to|EasyMo" + "ck|@Mo" + "ck|@Spy)\\b");
  private static final Pattern SLEEP =
      Pattern.compile("\\b(Thread|SECONDS|MILLISECONDS)\\.slee" + "p\\(");

  /** {@code nanoTime} may overflow: two of its values are compared by their difference. */
  private static final Pattern NANOS_COMPARED =
      Pattern.compile("nanoTime\\(\\)\\s*[<>]|(?<!-)[<>]=?\\s*(System\\.)?nanoTime\\(\\)");

  /** Pronouns without a noun, and metaphors for which the field has a word. */
  private static final Pattern NOT_PLAIN =
      words(
          "who|ever",
          "whom|ever",
          "what|ever",
          "which|ever",
          "where|ver",
          "the same|, but",
          "for| ever",
          "as| ever",
          "some|body",
          "every|body",
          "no|body",
          "fast| side",
          "slow| side",
          "goes| straight",
          "for| good",
          "by| chance",
          "thrown| away",
          "takes| down",
          "taken| down",
          "hears| of",
          "in| work",
          "let| in",
          "it says| so");

  @Test
  void noTodoIsLeft() {
    assertThat(findings(JAVA, LEFT_OVER)).isEmpty();
  }

  @Test
  void nothingIsMocked() {
    assertThat(findings(JAVA, MOCK)).isEmpty();
  }

  @Test
  void noTestSleeps() {
    assertThat(findings(TESTS, SLEEP)).isEmpty();
  }

  @Test
  void nanosAreComparedByDifference() {
    assertThat(findings(JAVA, NANOS_COMPARED)).isEmpty();
  }

  @Test
  void textsArePlain() {
    assertThat(findings(TEXTS.and(FROZEN.negate()), NOT_PLAIN)).isEmpty();
  }

  @Test
  void whatIsForbiddenIsFound() {
    assertThat(NOT_PLAIN.matcher("Who" + "ever asks").find()).isTrue();
    assertThat(NOT_PLAIN.matcher("kept for" + " ever").find()).isTrue();
    assertThat(LEFT_OVER.matcher("// TO" + "DO later").find()).isTrue();
    assertThat(SLEEP.matcher("Thread.slee" + "p(1)").find()).isTrue();
    assertThat(NANOS_COMPARED.matcher("System.nano" + "Time() < end").find()).isTrue();
    assertThat(MOCK.matcher("import org.mockito.Mocki" + "to;").find()).isTrue();
    assertThat(SourceTree.files(TEXTS)).hasSizeGreaterThan(1000);
  }

  /**
   * Matches words in any case, except the JDK's method {@code noBody}. Each word is given in two
   * halves, so that this file does not contain it.
   */
  private static Pattern words(String... halves) {
    return Pattern.compile(
        Stream.of(halves)
            .map(word -> word.replace("|", ""))
            .collect(Collectors.joining("|", "(?i)\\b(?!(?-i:noBody))(", ")\\b")));
  }

  private static List<String> findings(Predicate<Path> searched, Pattern pattern) {
    return SourceTree.files(searched).stream().flatMap(file -> findings(file, pattern)).toList();
  }

  private static Stream<String> findings(Path file, Pattern pattern) {
    var lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> pattern.matcher(lines.get(i)).find())
        .mapToObj(
            i -> SourceTree.ROOT.relativize(file) + ":" + (i + 1) + " " + lines.get(i).strip());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
