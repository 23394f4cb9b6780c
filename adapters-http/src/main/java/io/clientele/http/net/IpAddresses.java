package io.clientele.http.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Parses and formats IP addresses; never resolves a name. */
public final class IpAddresses {
  private static final int TEXT_MAX = 45;
  private static final int NETWORK_BYTES = 8;

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
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    var bytes = address.getAddress();
    var network = new StringBuilder();
    for (var i = 0; i < NETWORK_BYTES; i += 2) {
      var group = (bytes[i] & 0xFF) << Byte.SIZE | bytes[i + 1] & 0xFF;
      network.append(Integer.toHexString(group)).append(':');
    }
    return network.append(":/64").toString();
  }

  /** The network of an address: its /24 of version 4, its /64 of version 6. */
  static String network(InetAddress address) {
    if (address instanceof Inet6Address) {
      return holder(address);
    }
    var dotted = address.getHostAddress();
    return dotted.substring(0, dotted.lastIndexOf('.')) + ".0/24";
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
