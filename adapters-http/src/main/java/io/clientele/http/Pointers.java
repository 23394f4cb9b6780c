package io.clientele.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** JSON pointers as URI fragments (RFC 6901, section 6). */
public final class Pointers {
  /** The whole document. */
  public static final String ROOT = "#";

  private static final String PLAIN = "-._~!$&'()*+,;=:@/?";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Pointers() {}

  /** A member of what the pointer names. */
  public static String of(String parent, String member) {
    return parent + "/" + fragment(member.replace("~", "~0").replace("/", "~1"));
  }

  /** A path whose parts are escaped already, as the domain gives it. */
  static String ofField(String field) {
    return ROOT + "/" + fragment(field);
  }

  private static String fragment(String text) {
    var out = new StringBuilder(text.length());
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (octet & 0xff);
      if (c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        HEX.toHexDigits(out.append('%'), octet);
      }
    }
    return out.toString();
  }
}
