package io.clientele.http.exchange.json;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * JSON pointers as URI fragments (RFC 6901, section 6), at most 200 characters long. A longer one
 * is cut before a whole {@code %XX} and ends with an ellipsis.
 */
public final class JsonPointers {
  /** The whole document. */
  public static final String ROOT = "#";

  private static final int LENGTH_MAX = 200;
  private static final char ELLIPSIS = '\u2026';
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private JsonPointers() {}

  /** The pointer of a member of the value at {@code parent}. */
  public static String of(String parent, String member) {
    return of(parent, List.of(member));
  }

  /**
   * The pointer of a value below {@code parent}.
   *
   * @param steps member names and array indices, outermost first
   */
  public static String of(String parent, List<String> steps) {
    if (parent.charAt(parent.length() - 1) == ELLIPSIS) {
      return parent;
    }
    var out = new StringBuilder(parent);
    for (var i = 0; i < steps.size() && out.length() <= LENGTH_MAX; i++) {
      var step = beginning(steps.get(i)).replace("~", "~0").replace("/", "~1");
      append(out.append('/'), step);
    }
    return cut(out);
  }

  /** The pointer of a field whose path the domain gives in escaped form. */
  public static String ofField(String field) {
    var out = new StringBuilder(ROOT).append('/');
    append(out, beginning(field));
    return cut(out);
  }

  /** The pointer of a field of the value at {@code parent}; the field is as in {@link #ofField}. */
  public static String ofField(String parent, String field) {
    return parent.equals(ROOT)
        ? ofField(field)
        : ofField(parent.substring(ROOT.length() + 1) + "/" + field);
  }

  /** Appends a text as a fragment, until the pointer is too long. */
  private static void append(StringBuilder out, String text) {
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (out.length() > LENGTH_MAX) {
        return;
      }
      var c = (char) (octet & 0xff);
      if (c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        HEX.toHexDigits(out.append('%'), octet);
      }
    }
  }

  private static String cut(StringBuilder pointer) {
    if (pointer.length() > LENGTH_MAX) {
      var escape = pointer.lastIndexOf("%", LENGTH_MAX - 2);
      var end = escape > LENGTH_MAX - 4 ? escape : LENGTH_MAX - 1;
      pointer.setLength(pointer.charAt(end - 1) == '~' ? end - 1 : end);
      pointer.append(ELLIPSIS);
    }
    return pointer.toString();
  }

  /** Cuts a text to the length of a pointer, so that the rest costs nothing. */
  private static String beginning(String text) {
    return text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
  }
}
