package io.clientele.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a Redis, and resets connections when told so. */
final class CuttableRedis implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean isResetting;

  private CuttableRedis(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  static CuttableRedis before(RedisProcess redis) {
    try {
      return new CuttableRedis(redis.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "redis://127.0.0.1:" + listening.getLocalPort();
  }

  /** Whoever is connected, or connects, is cut off without a word. */
  void reset() {
    isResetting = true;
    sockets.forEach(CuttableRedis::cut);
    sockets.clear();
  }

  void pass() {
    isResetting = false;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    reset();
    threads.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        if (isResetting) {
          cut(client);
        } else {
          pass(client);
        }
      }
    } catch (IOException closed) {
      // The end.
    }
  }

  private void pass(Socket client) {
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(client);
      sockets.add(server);
      threads.execute(() -> copy(client, server));
      threads.execute(() -> copy(server, client));
    } catch (IOException refused) {
      cut(client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException gone) {
      cut(to);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // It is cut.
    }
  }
}
