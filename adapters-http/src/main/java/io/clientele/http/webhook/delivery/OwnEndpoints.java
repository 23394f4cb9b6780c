package io.clientele.http.webhook.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The endpoints that no webhook may reach, not even in an allowed block: the ports on which this
 * process listens, and its database servers.
 */
public final class OwnEndpoints {
  /** None. */
  public static final OwnEndpoints NONE =
      new OwnEndpoints(port -> false, List.of(), NameResolver.SYSTEM);

  private final IntPredicate isListening;
  private final List<InetSocketAddress> servers;
  private final NameResolver names;

  /**
   * Names the own endpoints.
   *
   * @param isListening whether this process listens on a port, of any of its addresses
   * @param servers by their unresolved names and ports
   */
  public OwnEndpoints(
      IntPredicate isListening, Collection<InetSocketAddress> servers, NameResolver names) {
    this.isListening = isListening;
    this.servers = List.copyOf(servers);
    this.names = names;
  }

  boolean contains(InetAddress address, int port) {
    return isListening.test(port) && isLocal(address)
        || servers.stream().anyMatch(server -> server.getPort() == port && isOf(server, address));
  }

  /** A name that does not resolve now may be the address: it counts as one. */
  private boolean isOf(InetSocketAddress server, InetAddress address) {
    try {
      return names.resolve(server.getHostString()).stream()
          .anyMatch(own -> own.equals(address) || isLocal(own) && isLocal(address));
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  private static boolean isLocal(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }
}
