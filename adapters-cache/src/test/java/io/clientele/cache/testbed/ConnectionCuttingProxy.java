package io.clientele.cache.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that cuts connections so that a command reaches the server while its response is lost or
 * incomplete. The end is orderly or a reset, because a client library treats the two differently.
 */
public final class ConnectionCuttingProxy implements AutoCloseable {
  private static final int BUFFER = 65_536;

  /** How a connection ends. */
  public enum Cut {
    FIN,
    RST
  }

  private final ServerSocket server;
  private volatile int target;
  private final Cut how;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean isSwallowing;

  public ConnectionCuttingProxy(int target, Cut how) {
    this.target = target;
    this.how = how;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.startVirtualThread(this::accept);
  }

  public String url() {
    return "redis://127.0.0.1:" + server.getLocalPort();
  }

  /** Passes this many responses, then loses one and cuts its connection. */
  public void cutAfter(int answers) {
    answersLeft.set(answers);
  }

  /** From now on silently drops all bytes of the open connections. */
  public void swallow() {
    isSwallowing = true;
    sockets.clear();
  }

  /** Serves new connections again; earlier ones stay cut. */
  public void serveNewOnes() {
    isSwallowing = false;
  }

  /** Connects new connections to another server; earlier ones keep theirs. */
  public void redirectTo(int port) {
    target = port;
  }

  public int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(upstream);
        Thread.startVirtualThread(() -> pump(client, upstream, false));
        Thread.startVirtualThread(() -> pump(upstream, client, true));
      } catch (IOException gone) {
        continue;
      }
    }
  }

  private void pump(Socket from, Socket to, boolean isAnswers) {
    var buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!sockets.contains(from) || isSwallowing) {
          continue;
        }
        if (isAnswers && answersLeft.getAndDecrement() == 0) {
          cuts.incrementAndGet();
          to.getOutputStream().write(buffer, 0, read / 2);
          cut(to);
          return;
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException gone) {
      sockets.remove(from);
    }
  }

  private void cut(Socket client) throws IOException {
    if (how == Cut.RST) {
      client.setSoLinger(true, 0);
    }
    client.close();
  }
}
