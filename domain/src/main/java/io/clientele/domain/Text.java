package io.clientele.domain;

import io.clientele.domain.InvalidValue.Fault;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** What holds for every text that a person sends us: composed (NFC), without invisible controls. */
public final class Text {
  private Text() {}

  /** The composed form, so that two spellings of one text are equal. */
  public static String composed(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC);
  }

  /** The fault of a text that is not {@code min} to {@code max} code points, or holds a control. */
  public static Optional<Fault> fault(String field, String text, int min, int max) {
    var length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      return Optional.of(new Fault(field, "must be " + min + " to " + max + " characters"));
    }
    return text.codePoints().anyMatch(Text::isForbidden)
        ? Optional.of(new Fault(field, "must not hold control characters or unpaired surrogates"))
        : Optional.empty();
  }

  /** The first fault, if any, as a list: most values have one at most. */
  public static List<Fault> faults(String field, String text, int min, int max) {
    return fault(field, text, min, max).stream().toList();
  }

  private static boolean isForbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
