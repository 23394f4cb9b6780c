package io.clientele.testbed.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** A pool of persistent connections, like the ones of clients. */
public final class TestConnectionPool implements AutoCloseable {
  /**
   * The idle time of a balancer; a server that closes sooner would fail a request at that instant.
   */
  private static final long IDLE_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final int patienceMillis;
  private final Map<Integer, ConcurrentLinkedDeque<PooledConnection>> kept =
      new ConcurrentHashMap<>();

  public TestConnectionPool(int patienceMillis) {
    this.patienceMillis = patienceMillis;
  }

  private record PooledConnection(TestConnection wire, long sinceNanos) {}

  public TestConnection take(int port) throws IOException {
    for (var last = of(port).poll(); last != null; last = of(port).poll()) {
      if (System.nanoTime() - last.sinceNanos() < IDLE_MAX_NANOS) {
        return last.wire();
      }
      last.wire().close();
    }
    return new TestConnection(port, patienceMillis);
  }

  public void keep(int port, TestConnection wire) {
    of(port).push(new PooledConnection(wire, System.nanoTime()));
  }

  @Override
  public void close() {
    kept.values().forEach(wires -> wires.forEach(TestConnectionPool::close));
  }

  private ConcurrentLinkedDeque<PooledConnection> of(int port) {
    return kept.computeIfAbsent(port, any -> new ConcurrentLinkedDeque<>());
  }

  private static void close(PooledConnection kept) {
    try {
      kept.wire().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
