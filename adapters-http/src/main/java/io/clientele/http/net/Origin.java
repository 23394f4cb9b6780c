package io.clientele.http.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An origin of the web (RFC 6454), as browsers write it: lower case, without the port that belongs
 * to the scheme.
 *
 * @param host in lower case; an address of IPv6 stands in brackets
 */
public record Origin(String scheme, String host, int port) {
  private static final Pattern SHAPE = Pattern.compile("(?i)(https?)://([^/?#@\\s]{1,300})/?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::([0-9]{0,5}))?");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63}){0,126}\\.?");
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int PORT_MAX = 65_535;
  private static final int GROUPS = 8;

  /** A host and a port, without the scheme. */
  private record Authority(String host, int port) {}

  /** Reads an origin, in any case and with the port of its scheme or without; null if malformed. */
  public static @Nullable Origin parse(String text) {
    var shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return null;
    }
    var scheme = shape.group(1).toLowerCase(Locale.ROOT);
    var authority = authority(shape.group(2), ownPort(scheme));
    return authority == null ? null : new Origin(scheme, authority.host(), authority.port());
  }

  /**
   * Whether a {@code Host} header names the same host and port. Without a port it means the port of
   * this origin's scheme, since the scheme of the request is only known to a proxy before us.
   */
  public boolean isAt(@Nullable String hostHeader) {
    return hostHeader != null
        && new Authority(host, port).equals(authority(hostHeader, ownPort(scheme)));
  }

  /** The origin as the {@code Origin} header of a browser has it. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port == ownPort(scheme) ? "" : ":" + port);
  }

  private static int ownPort(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  private static @Nullable Authority authority(String text, int ownPort) {
    var parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    var digits = parts.group(2);
    var port = digits == null || digits.isEmpty() ? ownPort : Integer.parseInt(digits);
    var host = host(parts.group(1).toLowerCase(Locale.ROOT));
    return host == null || port < 1 || port > PORT_MAX ? null : new Authority(host, port);
  }

  private static @Nullable String host(String text) {
    if (text.startsWith("[")) {
      return address(text.substring(1, text.length() - 1));
    }
    if (ENDS_IN_NUMBER.matcher(text).matches()) {
      return isFourNumbers(text) ? text : null;
    }
    return NAME.matcher(text).matches() ? text : null;
  }

  /** Browsers take other spellings of an address, and send this one. */
  private static boolean isFourNumbers(String text) {
    try {
      return Inet4Address.ofLiteral(text).getHostAddress().equals(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The short form of RFC 5952, section 4, which browsers send. */
  private static @Nullable String address(String text) {
    byte[] bytes;
    try {
      bytes = Inet6Address.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    if (bytes.length != 2 * GROUPS) {
      return null;
    }
    var groups = new int[GROUPS];
    for (var i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
    }
    return "[" + shortened(groups) + "]";
  }

  /** Leaves out the first of the longest runs of noughts, if it is longer than one group. */
  private static String shortened(int[] groups) {
    var from = 0;
    var length = 1;
    for (var i = 0; i < GROUPS; i++) {
      var run = 0;
      while (i + run < GROUPS && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        from = i;
        length = run;
      }
    }
    return length < 2
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static String joined(int[] groups, int from, int to) {
    var joined = new StringBuilder();
    for (var i = from; i < to; i++) {
      joined.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return joined.toString();
  }
}
