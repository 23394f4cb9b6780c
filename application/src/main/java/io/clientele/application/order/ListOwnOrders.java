package io.clientele.application.order;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.order.summary.OrderSummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the orders of the actor's own account, the newest first. */
public final class ListOwnOrders {
  private final OrderSummaries summaries;

  public ListOwnOrders(OrderSummaries summaries) {
    this.summaries = Objects.requireNonNull(summaries, "summaries");
  }

  /**
   * Returns one order more than the page has, if there are more.
   *
   * @param after the last order of the page before; null for the first page
   */
  public Access<List<OrderSummary>> list(
      Actor actor, OrderQuery.@Nullable Position after, int limit) {
    var account = actor.ownAccount();
    return account == null || !actor.may(OrderPermission.PLACE_ORDERS)
        ? new Access.Denied<>()
        : new Access.Granted<>(summaries.list(account, after, limit));
  }
}
