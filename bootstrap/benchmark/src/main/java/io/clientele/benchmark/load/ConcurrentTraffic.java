package io.clientele.benchmark.load;

import io.clientele.benchmark.server.SeededPostgres;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Business beside a flush: one who changes accounts, one by one, and one who reads them. */
public final class ConcurrentTraffic implements AutoCloseable {
  private static final String ID =
      "('01930000-0000-7000-8000-' || lpad(to_hex(?::bigint), 12, '0'))::uuid";
  private static final String UPDATE =
      "UPDATE account SET updated_at = now(), version = version + 1 WHERE id = " + ID;
  private static final String READ =
      "SELECT account.name, view_total.views FROM account JOIN view_total ON account_id = id"
          + " WHERE id = "
          + ID;
  private static final long PAUSE_NANOS = 2_000_000;

  private final AtomicLong slowestUpdate = new AtomicLong();
  private final AtomicLong slowestRead = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private volatile boolean isOver;

  private ConcurrentTraffic(SeededPostgres postgres) {
    threads.execute(() -> repeat(postgres, UPDATE, slowestUpdate));
    threads.execute(() -> repeat(postgres, READ, slowestRead));
  }

  /** The longest since these were asked for last, in milliseconds. */
  public record Waits(double slowestUpdate, double slowestRead) {}

  public static ConcurrentTraffic start(SeededPostgres postgres) throws InterruptedException {
    var neighbours = new ConcurrentTraffic(postgres);
    Thread.sleep(1_000); // their connections and plans are not what is asked for
    neighbours.waits();
    return neighbours;
  }

  public Waits waits() {
    return new Waits(slowestUpdate.getAndSet(0) / 1e6, slowestRead.getAndSet(0) / 1e6);
  }

  private void repeat(SeededPostgres postgres, String command, AtomicLong slowest) {
    try (var connection = postgres.connect();
        var statement = connection.prepareStatement(command)) {
      while (!isOver) {
        statement.setLong(1, ThreadLocalRandom.current().nextInt(SeededPostgres.ACCOUNTS));
        var began = System.nanoTime();
        statement.execute();
        slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    isOver = true;
    threads.close();
  }
}
