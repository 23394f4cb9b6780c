package io.clientele.domain.kernel.text;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  private static final Pattern TRIMMED = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}]");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{IsNoncharacter_Code_Point}\\u202A-\\u202E\\u2066-\\u2069]");

  @Test
  void everyWhiteSpaceAndFormatCharacterIsTrimmedAtBothEndsAndNoOther() {
    assertThat(
            differing(
                text -> TextRules.trimmed(text + "Ada" + text).equals("Ada"),
                text -> TRIMMED.matcher(text).matches()))
        .isEmpty();
  }

  @Test
  void controlsSurrogatesNoncharactersAndDirectionsAreRefusedInsideAndNothingElse() {
    Predicate<String> isAllowed = text -> !FORBIDDEN.matcher(text).matches();
    assertThat(differing(text -> isTaken("A" + text + "b", 1, 9), isAllowed)).isEmpty();
    assertThat(differing(text -> isTakenVerbatim("A" + text + "b", 1, 9), isAllowed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u200b",
        "\u2800",
        "\u3164",
        "\u0301",
        "\u115f",
        "\u1160",
        "\uffa0",
        "\ufe0f",
        "\u034f",
        "\u17b4",
        "\u180b",
        "\u200d\u200c",
        "\u2060",
        "\ufeff",
        "\udb40\udc41",
        "\udb40\udd00",
        "\u093e",
        "\u20dd",
        "\u00ad",
        "\u061c",
        "\u3000",
        "\ufffc",
        "\u2800\u3164 \u0301",
        "\ud834\udd59"
      })
  void aNameNeedsAVisibleCharacter(String blank) {
    assertThat(fieldsOf(() -> TextRules.line("name", blank, 1, 200))).containsExactly("name");
    assertThat(fieldsOf(() -> TextRules.line("name", blank.repeat(9), 1, 200)))
        .containsExactly("name");
    assertThat(TextRules.line("name", blank + "Ada", 1, 200)).endsWith("Ada");
  }

  @Test
  void aDefaultIgnorableCharacterAloneIsNeverVisible() {
    // The JDK's sets of ignorable characters contain controls; Unicode's own list is short.
    IntStream.of(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F)
        .forEach(c -> assertThat(TextRules.isVisible(Character.toString(c))).as("%X", c).isFalse());
    IntStream.of(0x3164, 0xFEFF, 0xFFA0, 0x1BCA0, 0x1D173)
        .forEach(c -> assertThat(TextRules.isVisible(Character.toString(c))).as("%X", c).isFalse());
    IntStream.concat(IntStream.rangeClosed(0xFFF0, 0xFFFC), IntStream.rangeClosed(0xE0000, 0xE0FFF))
        .forEach(c -> assertThat(TextRules.isVisible(Character.toString(c))).as("%X", c).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "1", "-", "♥", "É", "李", "ก", "🦊", "ـ", "\ufffd", "कि", "-\u0301"})
  void charactersWithInkAreVisible(String text) {
    assertThat(TextRules.line("name", text, 1, 200)).isEqualTo(text);
  }

  @Test
  void lengthsCountCodePointsAfterComposing() {
    assertThat(TextRules.line("f", "e\u0301".repeat(200), 1, 200)).isEqualTo("é".repeat(200));
    assertThat(TextRules.line("f", "🦊".repeat(200), 1, 200)).hasSize(400);
    assertThat(TextRules.line("f", "\u1f82".repeat(9), 1, 9)).isEqualTo("\u1f82".repeat(9));
    assertThat(
            TextRules.line(
                "f", Normalizer.normalize("\u1f82".repeat(9), Normalizer.Form.NFD), 1, 9))
        .isEqualTo("\u1f82".repeat(9));
    assertThat(TextRules.line("f", " ".repeat(60_000) + "x", 1, 1)).isEqualTo("x");
    assertThatThrownBy(() -> TextRules.line("f", "\u0958", 1, 1))
        .hasMessage("f must be 1 to 1 characters");
    assertThatThrownBy(() -> TextRules.line("f", " ", 1, 9))
        .hasMessage("f must be 1 to 9 characters");
    assertThat(TextRules.line("f", "\u200b", 0, 9)).isEmpty();
  }

  @Test
  void verbatimTextKeepsItsSpacesAndMayBeBlank() {
    assertThat(TextRules.verbatim("k", " e\u0301\u200b ", 1, 9)).isEqualTo(" é\u200b ");
    assertThat(TextRules.verbatim("k", "", 0, 9)).isEmpty();
    assertThat(fieldsOf(() -> TextRules.verbatim("k", "", 1, 9))).containsExactly("k");
  }

  @Test
  void thirtyMarksInARowAreAcceptedAndThirtyOneRefused() {
    var marks = "\u0323".repeat(30);
    assertThat(TextRules.line("f", "x" + marks + "y", 1, 40)).hasSize(32);
    assertThatThrownBy(() -> TextRules.line("f", "x" + marks + "\u0327", 1, 200))
        .hasMessage("f must not hold more than 30 combining marks in a row");
    assertThat(TextRules.composed("e\u0301" + "\u0323".repeat(30))).startsWith("e\u0301");
  }

  @Test
  void anAcceptedTextIsStable() {
    var random = new Random(7);
    for (var i = 0; i < 200_000; i++) {
      var raw = random.ints(1 + random.nextInt(6), 0, 0x110000).mapToObj(Character::toString);
      var text = String.join("", raw.toList());
      if (isTaken(text, 1, 6)) {
        var line = TextRules.line("f", text, 1, 6);
        assertThat(TextRules.line("f", line, 1, 6)).isEqualTo(line);
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
      }
    }
  }

  /** Alternating marks of two classes, which composing must sort. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\u0301\u0323", "e\u0301\u0323", "\u1161", "\u0f71\u0f72", "\u1f82", " \u200b"})
  void theWorkGrowsLinearlyWithTheText(String piece) {
    var small = piece.repeat(4_096 / piece.length());
    var large = piece.repeat(32_768 / piece.length());
    assertThat(least(large)).isLessThan(24 * least(small) + 1_000_000);
  }

  private static long least(String text) {
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 30; i++) {
      var start = System.nanoTime();
      isTaken(text, 1, 500);
      var composed = TextRules.composed(text);
      assertThat(composed).isNotEmpty();
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  private static boolean isTaken(String text, int min, int max) {
    try {
      return TextRules.line("f", text, min, max).length() >= min;
    } catch (InvalidValue broken) {
      return false;
    }
  }

  private static boolean isTakenVerbatim(String text, int min, int max) {
    try {
      return TextRules.verbatim("f", text, min, max).length() >= min;
    } catch (InvalidValue broken) {
      return false;
    }
  }

  /** The code points, in hexadecimal, on which the two disagree. */
  private static List<String> differing(Predicate<String> one, Predicate<String> other) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> one.test(Character.toString(c)) != other.test(Character.toString(c)))
        .mapToObj(Integer::toHexString)
        .toList();
  }
}
