package io.clientele.application.order;

import io.clientele.domain.order.Orders;
import java.util.Objects;

/** Cancels orders whose hold is over. Any number of processes may run it at a time. */
public final class ExpireOrders {
  private static final int BATCH_MAX = 200;

  private final Orders orders;

  public ExpireOrders(Orders orders) {
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Cancels all of them that no other process works on. */
  public void expire() {
    while (orders.expire(BATCH_MAX) == BATCH_MAX) {
      // The next ones.
    }
  }
}
