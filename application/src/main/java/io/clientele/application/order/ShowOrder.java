package io.clientele.application.order;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import java.util.Objects;
import java.util.Optional;

/** Reads one order. A customer sees the own ones only: others are absent. */
public final class ShowOrder {
  private final Orders orders;

  public ShowOrder(Orders orders) {
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Returns the order as it is now, if there is one that the actor may see. */
  public Access<Optional<Order>> show(Actor actor, OrderId id) {
    var seesAll = actor.may(OrderPermission.VIEW_ORDERS);
    return Access.when(
        seesAll || actor.may(OrderPermission.PLACE_ORDERS),
        () ->
            orders
                .find(id)
                .map(Orders.Found::order)
                .filter(order -> seesAll || order.account().equals(actor.ownAccount())));
  }
}
