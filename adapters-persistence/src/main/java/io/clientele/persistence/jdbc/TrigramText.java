package io.clientele.persistence.jdbc;

import io.clientele.domain.kernel.text.SearchTerm;

/** Forms of folded text by which an index is searched. Stored data depend on them. */
public final class TrigramText {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LETTERS = 26;
  private static final int DIGITS = 10;

  private TrigramText() {}

  /**
   * Folded text of ASCII letters and digits alone. A trigram index knows no others (the server's
   * locale decides what a letter is), so that without this a search for {@code жук} or {@code
   * "---"} would look at every row. A character of Han, Kana or Hangul becomes a letter, a digit
   * and a letter, so that the index finds one alone; any other character becomes one letter or
   * digit. A search finds too much by it, never too little.
   */
  public static String searchable(String folded) {
    var plain = new StringBuilder(folded.length());
    folded.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  /** A text above every text with this beginning, and above few others. */
  public static String above(String beginning) {
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

  /** Returns the pattern of LIKE that finds a folded text in a {@link #searchable} one. */
  public static String pattern(String folded) {
    return "%" + searchable(folded) + "%";
  }

  /** Whether the character is its own searchable text. */
  public static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private static void append(StringBuilder plain, int c) {
    if (isPlain(c)) {
      plain.append((char) c);
    } else if (SearchTerm.isSyllabic(c)) {
      plain.append((char) ('a' + c % LETTERS));
      plain.append((char) ('0' + c / LETTERS % DIGITS));
      plain.append((char) ('a' + c / LETTERS / DIGITS % LETTERS));
    } else {
      plain.append(ALPHABET.charAt(c % ALPHABET.length()));
    }
  }
}
