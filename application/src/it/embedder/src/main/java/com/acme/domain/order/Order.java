package com.acme.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.util.Objects;

/**
 * An item that a client ordered.
 *
 * @param version that was read; storing a change raises it
 */
public record Order(OrderId id, AccountId account, String item, Status status, long version) {
  /** An order is cancelled when its account is closed. */
  public enum Status {
    PLACED,
    CANCELLED
  }

  public Order {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(status, "status");
  }

  /** Places a new order. */
  public static Change<Order> place(OrderId id, AccountId account, String item, Provenance by) {
    var order = new Order(id, account, item, Status.PLACED, 0);
    return Change.of(order, new OrderEvent.Placed(item), by);
  }

  /** Cancels the order. A second call changes nothing. */
  public Change<Order> cancel(Provenance by) {
    return status == Status.CANCELLED
        ? Change.none(this, by)
        : Change.of(
            new Order(id, account, item, Status.CANCELLED, version),
            new OrderEvent.Cancelled(),
            by);
  }

  /** Returns this order under the version that is stored now. */
  public Order at(long stored) {
    return new Order(id, account, item, status, stored);
  }
}
