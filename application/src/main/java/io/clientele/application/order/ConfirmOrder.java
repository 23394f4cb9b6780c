package io.clientele.application.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.Orders;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Captures what an order holds. */
public final class ConfirmOrder {
  private final OrderUpdate update;
  private final Orders orders;

  public ConfirmOrder(OrderUpdate update, Orders orders) {
    this.update = Objects.requireNonNull(update, "update");
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /**
   * Confirms an order; a confirmed one stays as it is, for any expected version.
   *
   * @param expected whether the order is at a version that the caller expects
   */
  public OrderOutcome confirm(Actor actor, OrderId id, Predicate<Order> expected) {
    return update.run(
        actor,
        new OrderUpdate.Command(
            () -> orders.find(id),
            expected,
            () -> null,
            (found, by) -> Optional.of(found.order().confirm(found.now(), by))));
  }
}
