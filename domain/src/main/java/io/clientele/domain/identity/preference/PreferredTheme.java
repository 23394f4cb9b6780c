package io.clientele.domain.identity.preference;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Locale;

/** The colours of the dashboard. Stored and shown by its {@link #text}. */
public enum PreferredTheme {
  /** Those of the operator's device. */
  AUTO,
  /** Dark text on a light ground. */
  LIGHT,
  /** Light text on a dark ground. */
  DARK;

  /** The name in lower case: {@code auto}, {@code light} or {@code dark}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the theme of this name; throws {@link InvalidValue} for an unknown one. */
  public static PreferredTheme parse(String text) {
    for (var theme : values()) {
      if (theme.text().equals(text)) {
        return theme;
      }
    }
    throw new InvalidValue("theme", "must be auto, light or dark");
  }
}
