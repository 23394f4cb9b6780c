package io.clientele.application.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.ReturnRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Takes back units of an order that left, and refunds them if asked to. */
public final class TakeBackGoods {
  private final OrderUpdate update;
  private final Orders orders;

  public TakeBackGoods(OrderUpdate update, Orders orders) {
    this.update = Objects.requireNonNull(update, "update");
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /**
   * Takes back units.
   *
   * @param request read once the order is found
   * @param idempotent read after the request; holds the key, without which returns are refused
   */
  public OrderOutcome takeBack(
      Actor actor,
      OrderId id,
      Supplier<ReturnRequest> request,
      Supplier<Idempotent<Order>> idempotent) {
    if (!actor.may(OrderPermission.CHANGE_ORDERS)) {
      return new OrderOutcome.Denied();
    }
    var read = new AtomicReference<ReturnRequest>();
    return update.run(
        actor,
        new OrderUpdate.Command(
            () -> orders.find(id),
            order -> true,
            () -> {
              read.set(request.get()); // the body is judged before the key
              return idempotent.get();
            },
            (found, by) ->
                Optional.of(found.order().takeBack(Objects.requireNonNull(read.get()), by))));
  }
}
