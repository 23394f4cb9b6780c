package io.clientele.http.net;

import io.clientele.domain.kernel.InvalidValue;
import java.net.InetAddress;

/** A block of IP addresses with one prefix, such as {@code 10.0.0.0/8}. */
public record CidrBlock(InetAddress first, int bits) {
  private static final String RULE = "must be an address such as 10.0.0.0/8 or fd00::/8";

  /** An address alone is a range of one. */
  public static CidrBlock parse(String text) {
    var slash = text.indexOf('/');
    var first = IpAddresses.parse(slash < 0 ? text : text.substring(0, slash));
    if (first == null) {
      throw new InvalidValue("cidr", RULE);
    }
    var most = first.getAddress().length * Byte.SIZE;
    if (slash < 0) {
      return new CidrBlock(first, most);
    }
    var bits = text.substring(slash + 1);
    if (!bits.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(bits) > most) {
      throw new InvalidValue("cidr", RULE);
    }
    return new CidrBlock(first, Integer.parseInt(bits));
  }

  /** Whether the address is in the block; false for an address of the other version. */
  public boolean contains(InetAddress address) {
    var here = first.getAddress();
    var there = address.getAddress();
    if (here.length != there.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit += Byte.SIZE) {
      var mask = 0xFF << Math.max(0, Byte.SIZE - (bits - bit));
      if (((here[bit / Byte.SIZE] ^ there[bit / Byte.SIZE]) & mask & 0xFF) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }
}
