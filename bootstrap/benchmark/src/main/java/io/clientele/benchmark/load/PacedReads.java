package io.clientele.benchmark.load;

import io.clientele.benchmark.server.AdminToken;
import io.clientele.benchmark.server.SeededPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a read every few milliseconds, at fixed times. Each latency starts at the time when the
 * read was due, so a slow read also lengthens the latencies of those that wait behind it.
 */
public final class PacedReads implements AutoCloseable {
  private static final long PACE_NANOS = 4_000_000;

  private final SocketChannel channel;
  private final ReadConnection caller;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private List<Double> millis = new ArrayList<>();
  private volatile boolean isOver;

  private PacedReads(SocketChannel channel) {
    this.channel = channel;
    this.caller = new ReadConnection(channel, AdminToken.line());
    thread.execute(this::read);
  }

  public static PacedReads start(int port) throws IOException {
    return new PacedReads(
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  /** Milliseconds of each read since these were asked for last. */
  public synchronized List<Double> taken() {
    var taken = millis;
    millis = new ArrayList<>();
    return taken;
  }

  private synchronized void took(long nanos) {
    millis.add(nanos / 1e6);
  }

  private void read() {
    try {
      for (var due = System.nanoTime(); !isOver; due += PACE_NANOS) {
        LockSupport.parkNanos(due - System.nanoTime());
        caller.ask(ThreadLocalRandom.current().nextInt(SeededPostgres.ACCOUNTS));
        while (!caller.hasAnswer()) {
          Thread.onSpinWait();
        }
        if (!caller.isOk()) {
          throw new IOException("a read was refused");
        }
        took(System.nanoTime() - due);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    isOver = true;
    thread.close();
    channel.close();
  }
}
