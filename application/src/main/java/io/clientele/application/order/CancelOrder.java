package io.clientele.application.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.Orders;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Cancels an order, or units of it that have not left. */
public final class CancelOrder {
  private final OrderUpdate update;
  private final Orders orders;

  public CancelOrder(OrderUpdate update, Orders orders) {
    this.update = Objects.requireNonNull(update, "update");
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /**
   * Cancels; a cancelled order stays as it is, for any expected version.
   *
   * @param expected whether the order is at a version that the caller expects
   * @param request read once the order is found
   */
  public OrderOutcome cancel(
      Actor actor, OrderId id, Predicate<Order> expected, Supplier<Cancellation> request) {
    return update.run(
        actor,
        new OrderUpdate.Command(
            () -> orders.find(id),
            expected,
            () -> null,
            (found, by) -> Optional.of(found.order().cancel(request.get(), found.now(), by))));
  }
}
