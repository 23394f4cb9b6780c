package io.clientele.http.webhook.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** Answers the first bytes of each connection with these bytes, and keeps what it gets. */
final class RawEndpoint implements AutoCloseable {
  private final ServerSocket server;
  private final byte[] answer;
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  private RawEndpoint(byte[] answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  static RawEndpoint answering(byte[] bytes) {
    return new RawEndpoint(bytes);
  }

  int port() {
    return server.getLocalPort();
  }

  /** All that arrived. */
  synchronized String text() {
    return got.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        var in = socket.getInputStream();
        var buffer = new byte[8192];
        keep(buffer, in.read(buffer));
        socket.getOutputStream().write(answer);
        for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException closed) {
        // The client hangs up, or the test ends.
      }
    }
  }

  private synchronized void keep(byte[] buffer, int read) {
    got.write(buffer, 0, Math.max(0, read));
  }
}
