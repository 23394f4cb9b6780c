package io.clientele.domain.identity.preference;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Locale;

/** The language in which an operator reads the dashboard. Stored and shown by its {@link #text}. */
public enum PreferredLanguage {
  /** English. */
  EN,
  /** Portuguese. */
  PT;

  /** The tag of the language: {@code en} or {@code pt}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the language of this tag; throws {@link InvalidValue} for an unknown one. */
  public static PreferredLanguage parse(String text) {
    for (var language : values()) {
      if (language.text().equals(text)) {
        return language;
      }
    }
    throw new InvalidValue("language", "must be en or pt");
  }
}
