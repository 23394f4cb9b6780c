package io.clientele.persistence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How texts are sorted and searched when accents and case do not matter. Stored data depend on it.
 */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** One character may unfold to 18; an index entry has room for 2,700 bytes. */
  private static final int MAX = 400;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private Folding() {}

  /** Decomposed for compatibility, without marks, in lower case. */
  static String folded(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var folded = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return folded.codePointCount(0, folded.length()) <= MAX
        ? folded
        : folded.substring(0, folded.offsetByCodePoints(0, MAX));
  }

  /**
   * Folded text of ASCII letters and digits alone, each other character as one of them. A trigram
   * index knows no others (which letters there are depends on the server's locale), so that without
   * this a search for {@code жук} or {@code "---"} would look at every row. It finds too much,
   * never too little.
   */
  static String searchable(String folded) {
    var plain = new StringBuilder(folded.length());
    folded
        .codePoints()
        .forEach(c -> plain.append(isPlain(c) ? (char) c : ALPHABET.charAt(c % ALPHABET.length())));
    return plain.toString();
  }

  /** A text above every text with this beginning, and above few others. */
  static String above(String beginning) {
    for (var end = beginning.length(); end > 0; ) {
      var last = beginning.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        var next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, end) + Character.toString(next);
      }
    }
    return beginning + Character.toString(Character.MAX_CODE_POINT);
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
