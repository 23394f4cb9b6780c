package io.clientele.application.order.watch;

import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.Orders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Lets readers wait for the next version of an order. A job asks the store once for the versions of
 * all orders that are watched, so the cost does not grow with the number of readers of one order.
 * Safe for use by many threads.
 */
public final class OrderWatch {
  private final Orders orders;
  private final BooleanSupplier isStopping;
  private final Map<OrderId, Watched> watched = new HashMap<>();

  /**
   * Watches orders of this store.
   *
   * @param isStopping whether the process stops
   */
  public OrderWatch(Orders orders, BooleanSupplier isStopping) {
    this.orders = Objects.requireNonNull(orders, "orders");
    this.isStopping = Objects.requireNonNull(isStopping, "isStopping");
  }

  private static final class Watched {
    private int readers;
    private long version;
  }

  /** One reader of an order, until it is closed. */
  public final class Reader implements AutoCloseable {
    private final OrderId id;
    private final Watched order;

    private Reader(OrderId id, Watched order) {
      this.id = id;
      this.order = order;
    }

    /**
     * Waits until the order has a later version.
     *
     * @return false if the time is over
     */
    public boolean await(long known, Duration patience) throws InterruptedException {
      synchronized (OrderWatch.this) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (order.version <= known) {
          var left = (deadline - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            return false;
          }
          OrderWatch.this.wait(left);
        }
        return true;
      }
    }

    @Override
    public void close() {
      synchronized (OrderWatch.this) {
        order.readers--;
        if (order.readers == 0) {
          watched.remove(id);
        }
      }
    }
  }

  /** Watches an order for one more reader. To be called before the order is read. */
  public synchronized Reader watch(OrderId id) {
    var order = watched.computeIfAbsent(id, absent -> new Watched());
    order.readers++;
    return new Reader(id, order);
  }

  /** Asks for the versions of all orders that are watched; to be called several times a second. */
  public void refresh() {
    List<OrderId> ids;
    synchronized (this) {
      ids = List.copyOf(watched.keySet());
    }
    if (!ids.isEmpty()) {
      noted(orders.versions(ids));
    }
  }

  private synchronized void noted(Map<OrderId, Long> versions) {
    versions.forEach(
        (id, version) -> {
          var order = watched.get(id);
          if (order != null) {
            order.version = Math.max(order.version, version);
          }
        });
    notifyAll();
  }

  /** Whether the process stops. */
  public boolean isStopping() {
    return isStopping.getAsBoolean();
  }
}
