package io.clientele.testkit;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names compare when accents and case do not matter. */
final class Folding {
  /** As a database compares bytes of UTF-8; Java's own order differs beyond U+FFFF. */
  static final Comparator<String> BY_CODE_POINT =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** Decomposed for compatibility, without marks, in lower case. */
  static String folded(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
