package io.clientele.domain.order.summary;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import java.time.Instant;
import java.util.Objects;

/**
 * An order in a list. Immutable.
 *
 * @param state without the words of operations
 * @param lineCount the number of lines, 1 to 50
 * @param title of the first line
 */
public record OrderSummary(
    OrderId id,
    OrderNumber number,
    OrderState state,
    OrderSum sum,
    Instant placedAt,
    Instant expiresAt,
    int lineCount,
    String title) {
  public OrderSummary {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(sum, "sum");
    Objects.requireNonNull(placedAt, "placedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(title, "title");
    state = state.withoutReason();
  }

  /** Returns the summary of an order in the state in which it is shown. */
  public static OrderSummary of(Order order) {
    return new OrderSummary(
        order.id(),
        order.number(),
        order.state(),
        order.sum(),
        order.placedAt(),
        order.expiresAt(),
        order.lines().size(),
        order.lines().get(0).item().title());
  }
}
