package io.clientele.domain.order.summary;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of orders for the lists of customers. The transaction that stores an order stores its
 * summary. Implementations are safe for use by many threads and throw {@code PortUnavailable}.
 */
public interface OrderSummaries {
  /** The largest number of summaries that {@link #rebuild} stores at once. */
  int REBUILD_MAX = 500;

  /**
   * Returns the orders of an account as they are now, the newest first; one more than the page has,
   * if there are more. An order whose hold is over is cancelled.
   *
   * @param after the last order of the page before; null for the first page
   * @param limit 1 to {@value OrderQuery#LIMIT_MAX}
   */
  List<OrderSummary> list(AccountId account, OrderQuery.@Nullable Position after, int limit);

  /**
   * Stores the summaries of the next orders anew, from the orders, in one transaction. May run
   * while orders change.
   *
   * @param after the last order of the page before; null to begin
   * @return the last order of this page; null if there are no more
   */
  @Nullable OrderId rebuild(@Nullable OrderId after);
}
