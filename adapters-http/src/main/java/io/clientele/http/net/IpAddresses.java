package io.clientele.http.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Parses and formats IP addresses; never resolves a name. */
public final class IpAddresses {
  private static final int TEXT_MAX = 45;
  private static final int NETWORK_BYTES = 8;
  private static final int SITE_BYTES = 6;

  private IpAddresses() {}

  /** The address, null if this is none in the usual spelling: no port, no zone, no octal octets. */
  static @Nullable InetAddress parse(String text) {
    if (text.length() > TEXT_MAX || text.indexOf(':') < 0 && !isDotted(text)) {
      return null;
    }
    if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /**
   * Returns the key of address limits: an IPv4 address, or the /64 network of an IPv6 address,
   * because one client usually holds a whole /64.
   */
  public static String holder(InetAddress address) {
    return address instanceof Inet6Address
        ? prefix(address, NETWORK_BYTES)
        : address.getHostAddress();
  }

  /** The network of an address: its /24 of version 4, its /64 of version 6. */
  static String network(InetAddress address) {
    if (address instanceof Inet6Address) {
      return holder(address);
    }
    var dotted = address.getHostAddress();
    return dotted.substring(0, dotted.lastIndexOf('.')) + ".0/24";
  }

  /**
   * The site of an address: its /24 of version 4, its /48 of version 6. Providers give a household
   * or an office other networks of one site from time to time.
   */
  static String site(InetAddress address) {
    return address instanceof Inet6Address ? prefix(address, SITE_BYTES) : network(address);
  }

  private static String prefix(InetAddress address, int length) {
    var bytes = address.getAddress();
    var prefix = new StringBuilder();
    for (var i = 0; i < length; i += 2) {
      var group = (bytes[i] & 0xFF) << Byte.SIZE | bytes[i + 1] & 0xFF;
      prefix.append(Integer.toHexString(group)).append(':');
    }
    return prefix.append(":/").append(length * Byte.SIZE).toString();
  }

  private static boolean isDotted(String text) {
    var octets = 0;
    var digits = 0;
    var value = 0;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (digits == 0 || value > 255) {
          return false;
        }
        octets++;
        digits = 0;
        value = 0;
      } else if (c < '0' || c > '9' || digits > 0 && value == 0) {
        return false;
      } else {
        value = 10 * value + c - '0';
        digits++;
        if (digits > 3) {
          return false;
        }
      }
    }
    return octets == 4;
  }
}
