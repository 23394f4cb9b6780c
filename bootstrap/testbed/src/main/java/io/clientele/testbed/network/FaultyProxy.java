package io.clientele.testbed.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.clientele.testbed.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** A TCP proxy before a server that injects network faults. */
public final class FaultyProxy implements AutoCloseable {
  private static final int BUFFER = 16_384;

  /** What the proxy does with bytes and connections. */
  public enum Mode {
    /** Passes bytes unchanged. */
    PASS,
    /** Passes bytes with a random delay. */
    SLOW,
    /** Passes bytes one by one. */
    TRICKLE,
    /** Bytes and ends of connections are dropped silently; new connections are accepted. */
    HALF_OPEN,
    /** Passes requests and drops responses. */
    RESPONSES_LOST,
    /** Drops only the responses of PostgreSQL to a completed commit. */
    COMMIT_RESPONSES_LOST,
    /** New connections are closed at once. */
    REFUSE
  }

  private final ServerSocket listening;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int target;
  private volatile Mode mode = Mode.PASS;
  private final LongAdder lostCommitResponses = new LongAdder();

  private FaultyProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public static FaultyProxy before(int port) {
    try {
      return new FaultyProxy(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Sets the mode, also for open connections. */
  public void setMode(Mode now) {
    mode = now;
  }

  /** Sends new connections to another port. */
  public void redirectTo(int port) {
    target = port;
  }

  /** The number of commits whose response was dropped. */
  public long lostCommitResponses() {
    return lostCommitResponses.sum();
  }

  /** Resets every connection, as at the failure of a machine. */
  public void reset() {
    sockets.forEach(socket -> end(socket, true));
  }

  /** Closes every connection in order, as at the end of a process. */
  public void closeConnections() {
    sockets.forEach(socket -> end(socket, false));
  }

  @Override
  public void close() {
    end(listening);
    reset();
    threads.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var client = listening.accept();
        if (mode == Mode.REFUSE) {
          end(client, true);
        } else {
          threads.execute(() -> connect(client));
        }
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private void connect(Socket client) {
    try {
      client.setTcpNoDelay(true);
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      threads.execute(() -> pump(client, server, false));
      pump(server, client, true);
    } catch (IOException refused) {
      end(client, true);
    }
  }

  private void pump(Socket from, Socket to, boolean isAnswers) {
    var buffer = new byte[BUFFER];
    try {
      var in = from.getInputStream();
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        pass(buffer, read, to, isAnswers);
      }
      end(to, from, false);
    } catch (IOException gone) {
      end(to, from, true);
    }
  }

  private void end(Socket to, Socket from, boolean isWithoutAWord) {
    if (mode != Mode.HALF_OPEN) {
      end(to, isWithoutAWord);
    }
    sockets.remove(from);
  }

  private void pass(byte[] buffer, int length, Socket to, boolean isAnswers) throws IOException {
    var out = to.getOutputStream();
    switch (mode) {
      case HALF_OPEN, REFUSE -> {}
      case COMMIT_RESPONSES_LOST -> {
        if (isAnswers && isCommitted(buffer, length)) {
          lostCommitResponses.increment();
        } else {
          out.write(buffer, 0, length);
        }
      }
      case RESPONSES_LOST -> out.write(buffer, 0, isAnswers ? 0 : length);
      case TRICKLE -> {
        for (var i = 0; i < length; i++) {
          Await.pause(Duration.ofMillis(mode == Mode.TRICKLE ? 2 : 0));
          out.write(buffer, i, 1);
        }
      }
      case SLOW -> {
        Await.pause(Duration.ofMillis(5 + ThreadLocalRandom.current().nextInt(60)));
        out.write(buffer, 0, length);
      }
      case PASS -> out.write(buffer, 0, length);
    }
  }

  /** Whether the response contains the tag of a completed commit. */
  private static boolean isCommitted(byte[] answer, int length) {
    return new String(answer, 0, length, ISO_8859_1).contains("COMMIT\0");
  }

  private static void end(Socket socket, boolean isWithoutAWord) {
    try {
      if (isWithoutAWord) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException gone) {
      // It is at its end.
    }
  }

  private static void end(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is at its end.
    }
  }
}
