package io.clientele.domain.kernel.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the folded form of a text, which ignores accents, case and width. Two texts fold to the
 * same form if Unicode's root collation sees no primary difference between them; also, dotless i
 * becomes i, thorn becomes th, and typographic apostrophes, quotes and hyphens become those of
 * ASCII. Lists are sorted and searched by the folded form. Stores keep it, so a change of the table
 * {@code folding.txt} must fold every stored row again.
 */
public final class Folding {
  /**
   * The longest folded form in code points: one character may become 18, and index keys are
   * bounded.
   */
  public static final int LENGTH_MAX = 400;

  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final @Nullable String[][] PAGES = pages();

  private Folding() {}

  /** The folded form, cut after {@value #LENGTH_MAX} code points. */
  public static String folded(String text) {
    var composed = TextRules.composed(text);
    var folded = new StringBuilder(composed.length());
    for (var i = 0; i < composed.length(); ) {
      var c = composed.codePointAt(i);
      i += Character.charCount(c);
      var to = to(c);
      if (to == null) {
        folded.appendCodePoint(c);
      } else {
        folded.append(to);
      }
    }
    var whole = TextRules.composed(folded.toString());
    return whole.codePointCount(0, whole.length()) <= LENGTH_MAX
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LENGTH_MAX));
  }

  private static @Nullable String to(int c) {
    var page = PAGES[c >> PAGE_BITS];
    return page.length == 0 ? null : page[c & PAGE - 1];
  }

  private static @Nullable String[][] pages() {
    var pages = new @Nullable String[(Character.MAX_CODE_POINT >> PAGE_BITS) + 1][];
    Arrays.fill(pages, new String[0]);
    try (var stream = Folding.class.getResourceAsStream("folding.txt");
        var lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.US_ASCII))) {
      lines.lines().forEach(line -> read(line, pages));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  private static void read(String line, @Nullable String[][] pages) {
    var equals = line.indexOf('=');
    var to =
        Arrays.stream(line.substring(0, equals).split(" "))
            .filter(hex -> !hex.isEmpty())
            .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
            .collect(Collectors.joining());
    for (var range : line.substring(equals + 1).split(",")) {
      var ends = range.split("-");
      var last = Integer.parseInt(ends[ends.length - 1], 16);
      for (var c = Integer.parseInt(ends[0], 16); c <= last; c++) {
        var page = c >> PAGE_BITS;
        if (pages[page].length == 0) {
          pages[page] = new String[PAGE];
        }
        pages[page][c & PAGE - 1] = to;
      }
    }
  }
}
