package io.clientele.domain.kernel.text;

import io.clientele.domain.kernel.InvalidValue;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * The rules for every outside text: body, header, query, CSV cell, token claim, setting.
 *
 * <p>A text is composed (NFC); its length counts code points after that. Refused are control
 * characters, line and paragraph separators, unpaired surrogates, noncharacters, and the characters
 * that override, embed or isolate a writing direction. The length is checked before any step that
 * costs more than one pass over the characters.
 */
public final class TextRules {
  /**
   * The longest run of combining marks, as in the Stream-Safe Text Format of UAX #15. Composing a
   * longer run costs the square of its length.
   */
  public static final int MARKS_MAX = 30;

  /** One composed character may be this many characters in another spelling. */
  static final int EXPANSION = 4;

  private TextRules() {}

  /**
   * Returns a text of one line: composed, without white space and format characters at both ends.
   * If {@code min} is 1 or more, the text must have a visible letter, number, punctuation mark or
   * symbol.
   *
   * @param field the name of the value in the fault
   * @throws InvalidValue with one fault
   */
  public static String line(String field, String raw, int min, int max) {
    var line = verbatim(field, trimmed(raw), min, max);
    if (min > 0 && !isVisible(line)) {
      throw new InvalidValue(field, "must have a visible character");
    }
    return line;
  }

  /**
   * Returns a text whose white space is part of its value: composed, but not trimmed.
   *
   * @param field the name of the value in the fault
   * @throws InvalidValue with one fault
   */
  public static String verbatim(String field, String raw, int min, int max) {
    requireLength(field, raw, min, max, max * EXPANSION);
    if (any(raw, TextRules::isForbidden)) {
      throw new InvalidValue(
          field,
          "must not hold control characters, unpaired surrogates, noncharacters"
              + " or overrides of the writing direction");
    }
    if (hasLongRunOfMarks(raw)) {
      throw new InvalidValue(
          field, "must not hold more than " + MARKS_MAX + " combining marks in a row");
    }
    var composed = composed(raw);
    requireLength(field, composed, min, max, max);
    return composed;
  }

  /**
   * Returns the composed form (NFC), in which two spellings of a text are equal. Returns a text
   * with more than {@value #MARKS_MAX} combining marks in a row unchanged, which bounds the cost by
   * the length of the text.
   */
  public static String composed(String raw) {
    return hasLongRunOfMarks(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFC);
  }

  /** Whether the text has a visible character other than a combining mark. */
  public static boolean isVisible(String text) {
    return any(text, TextRules::leavesInk);
  }

  /** Returns the text without Unicode white space and format characters at both ends. */
  public static String trimmed(String raw) {
    var from = 0;
    while (from < raw.length() && isTrimmed(raw.codePointAt(from))) {
      from += Character.charCount(raw.codePointAt(from));
    }
    var to = raw.length();
    while (to > from && isTrimmed(raw.codePointBefore(to))) {
      to -= Character.charCount(raw.codePointBefore(to));
    }
    return raw.substring(from, to);
  }

  private static void requireLength(String field, String text, int min, int max, int bound) {
    var length = text.codePointCount(0, text.length());
    if (length < min || length > bound) {
      throw new InvalidValue(field, "must be " + min + " to " + max + " characters");
    }
  }

  private static boolean hasLongRunOfMarks(String text) {
    var run = 0;
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      i += Character.charCount(c);
      run = isMark(c) ? run + 1 : 0;
      if (run > MARKS_MAX) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(String text, IntPredicate kind) {
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      if (kind.test(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private static boolean isTrimmed(int c) {
    return Character.isSpaceChar(c)
        || c >= '\t' && c <= '\r'
        || c == 0x85
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isForbidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isNoncharacter(c) || isDirectional(c);
    };
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
  }

  /** Embeddings, overrides, isolates and their terminators; not the marks LRM, RLM and ALM. */
  private static boolean isDirectional(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean leavesInk(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE ->
          false;
      default -> !isMark(c) && !isBlank(c);
    };
  }

  /** Letters and symbols that are invisible: fillers, the Braille blank, and reserved ones. */
  private static boolean isBlank(int c) {
    return switch (c) {
      case 0x115F, 0x1160, 0x3164, 0xFFA0 -> true; // Hangul fillers
      case 0x2800, 0x1D159, 0x13441, 0x13442 -> true; // Braille, musical, hieroglyphic blanks
      case 0xFFFC, 0x2065 -> true; // stands for an object; reserved
      default -> c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF || isNoncharacter(c);
    };
  }
}
