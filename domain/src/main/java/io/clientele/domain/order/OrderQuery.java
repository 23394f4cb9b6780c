package io.clientele.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list of orders, the newest first.
 *
 * @param after the last order of the page before; null for the first page
 * @param limit 1 to {@value #LIMIT_MAX}
 */
public record OrderQuery(Filter filter, @Nullable Position after, int limit) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public OrderQuery {
    Objects.requireNonNull(filter, "filter");
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("no such page");
    }
  }

  /**
   * Selects orders; null selects all.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record Filter(
      @Nullable AccountId account,
      @Nullable Status status,
      @Nullable Payment payment,
      @Nullable Fulfilment fulfilment,
      @Nullable OrderNumber number,
      @Nullable Instant from,
      @Nullable Instant to) {
    /** Selects all orders. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

    /** Whether an order is selected in the state in which it is shown. */
    public boolean selects(Order order) {
      var state = order.state();
      return (account == null || account.equals(order.account()))
          && (status == null || status == state.status())
          && (payment == null || payment == state.payment())
          && (fulfilment == null || fulfilment == state.fulfilment())
          && (number == null || number.equals(order.number()))
          && (from == null || !order.placedAt().isBefore(from))
          && (to == null || order.placedAt().isBefore(to));
    }
  }

  /** The position of an order in a list. */
  public record Position(Instant placedAt, OrderId id) {
    public Position {
      Objects.requireNonNull(placedAt, "placedAt");
      Objects.requireNonNull(id, "id");
    }

    /** Whether an order comes later in the list, which begins with the newest. */
    public boolean precedes(Order order) {
      var byTime = order.placedAt().compareTo(placedAt);
      return byTime < 0 || byTime == 0 && order.id().compareTo(id) < 0;
    }
  }
}
