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
 * Sends a request every few milliseconds, at fixed times. Each latency starts at the time when the
 * request was due, so a slow one also lengthens the latencies of those that wait behind it.
 */
public final class PacedRequests implements AutoCloseable {
  private static final long READ_PACE_NANOS = 4_000_000;

  private final SocketChannel channel;
  private final LoadConnection caller;
  private final NextRequest requests;
  private final long paceNanos;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private List<Double> millis = new ArrayList<>();
  private volatile boolean isOver;

  private PacedRequests(SocketChannel channel, NextRequest requests, long paceNanos) {
    this.channel = channel;
    this.caller = new LoadConnection(channel, AdminToken.line());
    this.requests = requests;
    this.paceNanos = paceNanos;
    thread.execute(this::sendAll);
  }

  /** Reads any account, every 4 ms. */
  public static PacedRequests reads(int port) throws IOException {
    return start(
        port,
        connection -> {
          connection.ask(ThreadLocalRandom.current().nextInt(SeededPostgres.ACCOUNTS));
          return true;
        },
        READ_PACE_NANOS);
  }

  static PacedRequests start(int port, NextRequest requests, long paceNanos) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new PacedRequests(SocketChannel.open(address), requests, paceNanos);
  }

  /** Milliseconds of each request since these were asked for last. */
  public synchronized List<Double> taken() {
    var taken = millis;
    millis = new ArrayList<>();
    return taken;
  }

  private synchronized void took(long nanos) {
    millis.add(nanos / 1e6);
  }

  private void sendAll() {
    try {
      for (var due = System.nanoTime(); !isOver; due += paceNanos) {
        LockSupport.parkNanos(due - System.nanoTime());
        requests.sendOn(caller);
        while (!caller.hasAnswer()) {
          Thread.onSpinWait();
        }
        if (!caller.isOk()) {
          throw new IOException("a request was refused");
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
