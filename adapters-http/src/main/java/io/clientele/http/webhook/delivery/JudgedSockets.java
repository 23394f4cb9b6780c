package io.clientele.http.webhook.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes sockets that judge each address at the moment at which they connect. */
final class JudgedSockets extends SocketFactory {
  private final Predicate<InetSocketAddress> isPermitted;
  private final @Nullable ProxyTunnel proxy;

  /**
   * Makes sockets that connect to permitted addresses.
   *
   * @param proxy through which they connect; null for a direct connection
   */
  JudgedSockets(Predicate<InetSocketAddress> isPermitted, @Nullable ProxyTunnel proxy) {
    this.isPermitted = isPermitted;
    this.proxy = proxy;
  }

  @Override
  public Socket createSocket() {
    return new JudgedSocket(isPermitted, proxy);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress target) throws IOException {
    var socket = createSocket();
    socket.connect(target);
    return socket;
  }
}
