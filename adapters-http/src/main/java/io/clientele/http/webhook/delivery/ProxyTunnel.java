package io.clientele.http.webhook.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Opens tunnels through an HTTP proxy by {@code CONNECT}. The proxy gets the address that was
 * judged, never a name that it would resolve itself.
 *
 * @param host of the proxy
 */
public record ProxyTunnel(String host, int port) {
  private static final int HEAD_BYTES_MAX = 8 * 1024;
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  /** Asks the proxy for a tunnel to the target; the socket is connected to the proxy. */
  void open(
      InputStream in, OutputStream out, InetSocketAddress target, Socket socket, int timeoutMillis)
      throws IOException {
    var readMillis = socket.getSoTimeout();
    socket.setSoTimeout(timeoutMillis);
    var to = authority(target);
    out.write(
        ("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    var head = head(in);
    if (!head.matches("(?s)HTTP/1\\.[01] 200[ \\r].*")) {
      throw new ConnectException("the proxy opens no tunnel");
    }
    socket.setSoTimeout(readMillis);
  }

  private static String authority(InetSocketAddress target) {
    var text = target.getAddress().getHostAddress();
    return (target.getAddress() instanceof Inet6Address ? "[" + text + "]" : text)
        + ":"
        + target.getPort();
  }

  /** Reads byte by byte: what follows the head belongs to the tunnel. */
  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    var matched = 0;
    while (matched < END.length) {
      var read = in.read();
      if (read < 0 || head.size() == HEAD_BYTES_MAX) {
        throw new ConnectException("the proxy answers no HTTP");
      }
      head.write(read);
      matched = read == END[matched] ? matched + 1 : read == END[0] ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }
}
