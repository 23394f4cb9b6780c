package io.clientele.application.order;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.line.ShipmentId;
import java.util.Objects;
import java.util.Optional;

/** Reads the order of a shipment. */
public final class ShowShipment {
  private final Orders orders;

  public ShowShipment(Orders orders) {
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Returns the order that has this shipment. */
  public Access<Optional<Order>> show(Actor actor, ShipmentId id) {
    return Access.when(
        actor.may(OrderPermission.VIEW_ORDERS), () -> orders.find(id).map(Orders.Found::order));
  }
}
