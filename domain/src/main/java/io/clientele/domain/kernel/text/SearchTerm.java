package io.clientele.domain.kernel.text;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The text to find in a folded name or e-mail: any part of it, or its beginning if the term has
 * fewer than 3 characters. A term with a character of Han, Kana or Hangul is found anywhere,
 * because such a character is a word or a syllable.
 *
 * @param folded the folded form of the typed text
 * @param isAnyPart whether the term is found anywhere; otherwise only at the beginning
 */
public record SearchTerm(String folded, boolean isAnyPart) {
  private static final int ANY_PART_FROM = 3;

  /** First and last character of the blocks of Han, Kana and Hangul, in ascending order. */
  private static final int[] SYLLABIC = {
    0x1100, 0x11FF, 0x2E80, 0x2FDF, 0x3005, 0x3007, 0x3021, 0x3029, 0x3038, 0x303B, 0x3041, 0x3096,
    0x309B, 0x30FF, 0x3131, 0x318E, 0x31F0, 0x31FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA960, 0xA97C,
    0xAC00, 0xD7FB, 0xF900, 0xFAFF, 0xFF66, 0xFFDC, 0x16FF0, 0x16FFF, 0x1AFF0, 0x1B167, 0x20000,
    0x3FFFD
  };

  public SearchTerm {
    Objects.requireNonNull(folded, "folded");
  }

  /** Returns the term of a typed text. A text of ignorable characters alone finds nothing. */
  public static SearchTerm of(String typed) {
    var folded = Folding.folded(typed);
    var isLong =
        folded.codePointCount(0, folded.length()) >= ANY_PART_FROM
            && typed.codePointCount(0, typed.length()) >= ANY_PART_FROM;
    return new SearchTerm(folded, isLong || folded.codePoints().anyMatch(SearchTerm::isSyllabic));
  }

  /** Whether the code point is a character of Han, Kana or Hangul. */
  public static boolean isSyllabic(int c) {
    return IntStream.range(0, SYLLABIC.length / 2)
        .anyMatch(i -> c >= SYLLABIC[2 * i] && c <= SYLLABIC[2 * i + 1]);
  }

  /** Whether the term can find nothing. */
  public boolean isEmpty() {
    return folded.isEmpty();
  }

  /** Whether a folded name or e-mail contains the term. */
  public boolean isFoundIn(String value) {
    return !isEmpty() && (isAnyPart ? value.contains(folded) : value.startsWith(folded));
  }
}
