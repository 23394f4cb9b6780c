package io.clientele.http.exchange.header;

import java.util.ArrayList;
import java.util.List;

/** Splits header values; a quoted string is one piece (RFC 9110, sections 5.6.1 and 5.6.4). */
public final class HeaderValueSplitter {
  private static final char QUOTE = '"';

  private HeaderValueSplitter() {}

  /** The pieces between separators, without the blanks around them. Empty pieces are left out. */
  public static List<String> split(String text, char separator) {
    var pieces = new ArrayList<String>();
    var isQuoted = false;
    var begin = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == QUOTE) {
        isQuoted = !isQuoted;
      } else if (c == '\\' && isQuoted) {
        i++;
      } else if (c == separator && !isQuoted) {
        add(text.substring(begin, i), pieces);
        begin = i + 1;
      }
    }
    add(text.substring(begin), pieces);
    return pieces;
  }

  /** The text itself, or the content of a quoted string. */
  public static String unquoted(String text) {
    var end = text.length() - 1;
    if (end < 1 || text.charAt(0) != QUOTE || text.charAt(end) != QUOTE) {
      return text;
    }
    return text.substring(1, end).replaceAll("\\\\(.)", "$1");
  }

  private static void add(String raw, List<String> pieces) {
    var piece = raw.strip();
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
  }
}
