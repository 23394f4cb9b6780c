package io.clientele.application.order;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.domain.order.Orders;
import java.util.Objects;

/** Tells whether held orders and the ledger agree. */
public final class ReconcileOrders {
  private final Orders orders;

  public ReconcileOrders(Orders orders) {
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Compares what orders hold with the open holds of the ledger. */
  public Access<OrderReconciliation> reconcile(Actor actor) {
    return Access.when(actor.may(OrderPermission.VIEW_ORDERS), orders::reconcile);
  }
}
