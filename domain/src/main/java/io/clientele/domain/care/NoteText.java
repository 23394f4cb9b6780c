package io.clientele.domain.care;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import java.util.ArrayList;
import java.util.Objects;

/**
 * The text of a note: 1 to {@value #LENGTH_MAX} characters in one or more lines, without white
 * space at both ends. Printed masked, because it may be personal.
 */
public record NoteText(String value) {
  /** The most characters, line feeds included. */
  public static final int LENGTH_MAX = 2000;

  private static final String FIELD = "text";

  /** Throws {@link InvalidValue}. A carriage return before a line feed is left out. */
  public NoteText {
    Objects.requireNonNull(value, "value");

    var lines = new ArrayList<String>();
    for (var line : TextRules.trimmed(value).replace("\r\n", "\n").split("\n", -1)) {
      lines.add(TextRules.verbatim(FIELD, line, 0, LENGTH_MAX));
    }
    value = String.join("\n", lines);
    var length = value.codePointCount(0, value.length());
    if (length < 1 || length > LENGTH_MAX) {
      throw new InvalidValue(FIELD, "must be 1 to " + LENGTH_MAX + " characters");
    }
    if (!TextRules.isVisible(value)) {
      throw new InvalidValue(FIELD, "must have a visible character");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
