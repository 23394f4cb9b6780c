package io.clientele.application.order;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.Orders;
import java.util.List;
import java.util.Objects;

/** Lists orders, the newest first. */
public final class ListOrders {
  private final Orders orders;

  public ListOrders(Orders orders) {
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Returns one order more than the page has, if there are more. */
  public Access<List<Order>> list(Actor actor, OrderQuery query) {
    return Access.when(actor.may(OrderPermission.VIEW_ORDERS), () -> orders.list(query));
  }
}
