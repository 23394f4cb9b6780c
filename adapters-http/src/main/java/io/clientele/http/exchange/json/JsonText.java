package io.clientele.http.exchange.json;

/** The characters that a text in JSON must not have. */
public final class JsonText {
  private JsonText() {}

  /** Whether a text has neither a NUL nor an unpaired surrogate: no database stores those. */
  public static boolean isSound(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
