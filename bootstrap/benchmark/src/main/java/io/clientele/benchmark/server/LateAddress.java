package io.clientele.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An address where nothing listens at first, and which leads to a server from some time on. */
public final class LateAddress implements AutoCloseable {
  private final URI server;
  private final int port = BenchmarkRedis.freePort();
  private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

  /** Makes an address for the server of this URL. */
  public LateAddress(String url) throws IOException {
    server = URI.create(url);
  }

  /** The URL of the server, by this address. */
  public String url() {
    return server.toString().replace(":" + server.getPort() + "/", ":" + port + "/");
  }

  /** Begins to listen. */
  public void open() throws IOException {
    var listening = new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
    open.add(listening);
    Thread.startVirtualThread(() -> accept(listening));
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        var client = listening.accept();
        var backend = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        open.add(client);
        open.add(backend);
        Thread.startVirtualThread(() -> copy(client, backend));
        Thread.startVirtualThread(() -> copy(backend, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // Either side has ended: both are closed.
    }
  }

  @Override
  public void close() {
    for (var part : open) {
      try {
        part.close();
      } catch (Exception broken) {
        throw new UncheckedIOException(new IOException(broken));
      }
    }
  }
}
