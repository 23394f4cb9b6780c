package io.clientele.http.server;

import io.clientele.http.net.IpAddresses;
import io.clientele.http.net.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.EndPoint;

/**
 * Counts the open connections of each address, or of each /64 of IPv6, and closes those above the
 * limit before they have sent anything. Trusted proxies speak for many clients and have no limit.
 */
final class AddressConnectionLimiter {
  private final int max;
  private final TrustedProxies proxies;

  /** By end point, because a closed one has no address any more. */
  private final Map<EndPoint, String> holders = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  AddressConnectionLimiter(int max, TrustedProxies proxies) {
    this.max = max;
    this.proxies = proxies;
  }

  /** Notes a new connection, or closes it. */
  void opened(EndPoint endPoint) {
    if (endPoint.getRemoteSocketAddress() instanceof InetSocketAddress peer
        && !proxies.isTrusted(peer.getAddress())
        && !isAdded(endPoint, peer.getAddress())) {
      endPoint.close();
    }
  }

  synchronized void closed(EndPoint endPoint) {
    var holder = holders.remove(endPoint);
    if (holder != null) {
      counts.computeIfPresent(holder, (ignored, count) -> count > 1 ? count - 1 : null);
    }
  }

  private synchronized boolean isAdded(EndPoint endPoint, InetAddress address) {
    var holder = IpAddresses.holder(address);
    if (counts.getOrDefault(holder, 0) >= max) {
      return false;
    }
    counts.merge(holder, 1, Integer::sum);
    holders.put(endPoint, holder);
    return true;
  }
}
