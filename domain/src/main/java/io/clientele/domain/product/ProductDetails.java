package io.clientele.domain.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.kernel.text.TextRules;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a product tells about itself.
 *
 * @param title 1 to 200 characters on one line
 * @param text up to 5,000 characters, with line feeds; empty for none
 * @param attributes by the rules of accounts' metadata
 */
public record ProductDetails(String title, String text, Metadata attributes) {
  /** The longest text, in code points. */
  public static final int TEXT_MAX = 5_000;

  private static final int TITLE_MAX = 200;

  /** Throws {@link InvalidValue}. */
  public ProductDetails {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(attributes, "attributes");
    title = requireTitle(title);
    text = requireText(text);
  }

  /** Returns the title in its stored form. */
  public static String requireTitle(String title) {
    return TextRules.line("title", title, 1, TITLE_MAX);
  }

  /** Returns the text in its stored form. */
  public static String requireText(String text) {
    var lines =
        text.lines()
            .map(line -> TextRules.verbatim("text", line, 0, TEXT_MAX))
            .collect(Collectors.joining("\n"));
    if (lines.codePointCount(0, lines.length()) > TEXT_MAX) {
      throw new InvalidValue("text", "must be 0 to " + TEXT_MAX + " characters");
    }
    return lines;
  }
}
