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

/** Stands before a server, and is as bad a line as it is told to be. */
public final class FaultyProxy implements AutoCloseable {
  private static final int BUFFER = 16_384;

  /** What becomes of the bytes. */
  public enum Mood {
    /** They pass. */
    PASS,
    /** They pass after a while, which is never the same. */
    SLOW,
    /** One by one. */
    TRICKLE,
    /** Bytes and ends of connections are dropped silently; new connections are accepted. */
    HALF_OPEN,
    /** Questions pass and answers vanish. */
    ANSWERS_LOST,
    /** What PostgreSQL says once it has committed vanishes, and nothing else. */
    COMMITS_UNANSWERED,
    /** New connections are closed at once. */
    REFUSE
  }

  private final ServerSocket listening;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int target;
  private volatile Mood mood = Mood.PASS;
  private final LongAdder unheard = new LongAdder();

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

  /** Applies to connections that stand, too. */
  public void be(Mood now) {
    mood = now;
  }

  /** New connections go there. */
  public void leadTo(int port) {
    target = port;
  }

  /** The number of commits whose response was dropped. */
  public long unheard() {
    return unheard.sum();
  }

  /** Every connection ends without a word, as when a machine goes. */
  public void reset() {
    sockets.forEach(socket -> end(socket, true));
  }

  /** Every connection ends in order, as when a process goes. */
  public void hangUp() {
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
        if (mood == Mood.REFUSE) {
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
    if (mood != Mood.HALF_OPEN) {
      end(to, isWithoutAWord);
    }
    sockets.remove(from);
  }

  private void pass(byte[] buffer, int length, Socket to, boolean isAnswers) throws IOException {
    var out = to.getOutputStream();
    switch (mood) {
      case HALF_OPEN, REFUSE -> {}
      case COMMITS_UNANSWERED -> {
        if (isAnswers && isCommitted(buffer, length)) {
          unheard.increment();
        } else {
          out.write(buffer, 0, length);
        }
      }
      case ANSWERS_LOST -> out.write(buffer, 0, isAnswers ? 0 : length);
      case TRICKLE -> {
        for (var i = 0; i < length; i++) {
          Await.pause(Duration.ofMillis(mood == Mood.TRICKLE ? 2 : 0));
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

  /** The tag of a command that is complete. */
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
