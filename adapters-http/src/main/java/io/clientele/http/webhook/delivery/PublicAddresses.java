package io.clientele.http.webhook.delivery;

import io.clientele.http.net.CidrBlock;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are globally reachable, by the special-purpose registries of IANA. Blocks that
 * embed or relay other addresses (6to4, NAT64, Teredo) count as not reachable.
 */
final class PublicAddresses {
  private static final List<CidrBlock> REFUSED_V4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, with the metadata service of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and the broadcast address

  /** All that is not global unicast is refused: loopback, mapped, NAT64, local and multicast. */
  private static final List<CidrBlock> UNICAST_V6 = blocks("2000::/3");

  private static final List<CidrBlock> REFUSED_V6 =
      blocks(
          "2001::/23", // protocol assignments, with Teredo and ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    return address instanceof Inet4Address
        ? !isIn(REFUSED_V4, address)
        : isIn(UNICAST_V6, address) && !isIn(REFUSED_V6, address);
  }

  private static boolean isIn(List<CidrBlock> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static List<CidrBlock> blocks(String... texts) {
    return Stream.of(texts).map(CidrBlock::parse).toList();
  }
}
