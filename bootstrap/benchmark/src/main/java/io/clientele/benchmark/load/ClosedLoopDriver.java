package io.clientele.benchmark.load;

import io.clientele.benchmark.server.AdminToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * A closed loop: each connection sends its next request as soon as it has the last answer. One
 * thread, bare sockets: what it takes away from the service it measures is small, and told.
 */
public final class ClosedLoopDriver {
  /** Says that there is nothing more to ask for. */
  public static final int NO_MORE = -1;

  private final NextRequest requests;
  private long[] nanos = new long[1 << 16];
  private int answered;
  private int failed;
  private int open;

  private ClosedLoopDriver(NextRequest requests) {
    this.requests = requests;
  }

  /**
   * What came of it.
   *
   * @param answered with 200, 201 or 304
   * @param failed answered otherwise, or not at all
   * @param p50 and the others: milliseconds from a request to its whole answer
   */
  public record Result(
      int answered, int failed, double seconds, double p50, double p99, double slowest) {
    public double perSecond() {
      return answered / seconds;
    }
  }

  /** Asks this port for the accounts that are named, until there are no more. */
  public static Result run(int port, int connections, IntSupplier accounts) throws IOException {
    return run(
        port,
        connections,
        connection -> {
          var account = accounts.getAsInt();
          if (account != NO_MORE) {
            connection.ask(account);
          }
          return account != NO_MORE;
        });
  }

  /** Sends these requests to this port, until there are no more. */
  static Result run(int port, int connections, NextRequest requests) throws IOException {
    var load = new ClosedLoopDriver(requests);
    var bearer = AdminToken.line();
    try (var selector = Selector.open()) {
      for (var i = 0; i < connections; i++) {
        load.connect(port, bearer, selector);
      }
      var began = System.nanoTime();
      for (var key : selector.keys()) {
        load.sendNext(key);
      }
      while (load.open > 0) {
        selector.select(load::answered, 10_000);
      }
      var seconds = (System.nanoTime() - began) / 1e9;
      return load.result(seconds);
    }
  }

  private Result result(double seconds) {
    var sorted = Arrays.copyOf(nanos, answered);
    Arrays.sort(sorted);
    return new Result(answered, failed, seconds, at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    var index = Math.min(sorted.length - 1, (int) (sorted.length * part));
    return index < 0 ? Double.NaN : sorted[index] / 1e6;
  }

  private void connect(int port, String bearer, Selector selector) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    channel.register(selector, SelectionKey.OP_READ, new LoadConnection(channel, bearer));
    open++;
  }

  private void answered(SelectionKey key) {
    var caller = (LoadConnection) key.attachment();
    try {
      if (caller.hasAnswer()) {
        took(System.nanoTime() - caller.askedAt(), caller.isOk());
        sendNext(key);
      }
    } catch (IOException broken) {
      failed++;
      end(key);
    }
  }

  private void took(long span, boolean isOk) {
    if (!isOk) {
      failed++;
      return;
    }
    if (answered == nanos.length) {
      nanos = Arrays.copyOf(nanos, answered * 2);
    }
    nanos[answered++] = span;
  }

  private void sendNext(SelectionKey key) {
    try {
      if (!requests.sendOn((LoadConnection) key.attachment())) {
        end(key);
      }
    } catch (IOException broken) {
      failed++;
      end(key);
    }
  }

  private void end(SelectionKey key) {
    open--;
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException gone) {
      failed++;
    }
  }
}
