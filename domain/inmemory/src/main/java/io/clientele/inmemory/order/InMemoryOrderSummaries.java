package io.clientele.inmemory.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.order.summary.OrderSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries that are made of the orders when they are read. Safe for use by many threads. */
public final class InMemoryOrderSummaries implements OrderSummaries {
  private final Orders orders;

  public InMemoryOrderSummaries(Orders orders) {
    this.orders = orders;
  }

  @Override
  public List<OrderSummary> list(
      AccountId account, OrderQuery.@Nullable Position after, int limit) {
    var own = new OrderQuery.Filter(account, null, null, null, null, null, null);
    return orders.list(new OrderQuery(own, after, limit)).stream().map(OrderSummary::of).toList();
  }

  /** Has nothing to do. */
  @Override
  public @Nullable OrderId rebuild(@Nullable OrderId after) {
    return null;
  }
}
