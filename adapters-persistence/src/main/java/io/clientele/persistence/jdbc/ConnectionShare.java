package io.clientele.persistence.jdbc;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Keeps connections of a pool free: confined threads hold at most three quarters of them, together
 * with the batches that all threads share. The other threads have no bound but the pool. Safe for
 * use by many threads.
 */
final class ConnectionShare {
  /** Confines no thread. */
  static final ConnectionShare WHOLE = new ConnectionShare(1, () -> false);

  /** Batches that all threads share: two of look-ups, and one of orders and transfers. */
  static final int BATCHES_MAX = 3;

  /** With the time limit of a hanging database, a response takes at most 2 seconds. */
  private static final int WAIT_MILLIS_MAX = 400;

  private static final ScopedValue<Boolean> IS_SHARED = ScopedValue.newInstance();
  private static final Place UNBOUND = () -> {};

  private final Semaphore permits;
  private final BooleanSupplier isConfined;
  private final Place place;

  private ConnectionShare(int permits, BooleanSupplier isConfined) {
    this.permits = new Semaphore(permits, true);
    this.isConfined = isConfined;
    this.place = this.permits::release;
  }

  /**
   * A share of a pool.
   *
   * @param batches that use the pool for all threads
   * @param isConfined whether the current thread is confined
   */
  static ConnectionShare of(int connections, int batches, BooleanSupplier isConfined) {
    return new ConnectionShare(Math.max(1, connections * 3 / 4 - batches), isConfined);
  }

  /** The place of one connection. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** Runs a query for many threads, which no share bounds: it would delay those not confined. */
  static <T> T shared(Supplier<T> query) {
    return ScopedValue.where(IS_SHARED, true).call(query::get);
  }

  /**
   * Takes a place for a connection; waits for one at most {@value #WAIT_MILLIS_MAX} ms if the
   * thread is confined.
   *
   * @throws PortUnavailable if there is none in time
   */
  Place enter() {
    if (!isConfined.getAsBoolean() || IS_SHARED.isBound()) {
      return UNBOUND;
    }
    try {
      if (permits.tryAcquire(WAIT_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
        return place;
      }
      throw new PortUnavailable("the database", new TimeoutException("the share is in use"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("the database", e);
    }
  }
}
