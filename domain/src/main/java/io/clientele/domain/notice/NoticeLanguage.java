package io.clientele.domain.notice;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Locale;

/** The language of an operator's notices. Stored and shown by its {@link #text}. */
public enum NoticeLanguage {
  /** English. */
  EN,
  /** Portuguese. */
  PT;

  /** The tag of the language: {@code en} or {@code pt}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the language of this tag; throws {@link InvalidValue} for an unknown one. */
  public static NoticeLanguage parse(String text) {
    for (var language : values()) {
      if (language.text().equals(text)) {
        return language;
      }
    }
    throw new InvalidValue("language", "must be en or pt");
  }
}
