package io.clientele.domain.order;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is.
 *
 * @param cause why it is cancelled; null if it is not
 * @param reason of the cancellation in the words of operations; null if there is none
 */
public record OrderState(
    Status status,
    Payment payment,
    Fulfilment fulfilment,
    @Nullable Cause cause,
    @Nullable String reason) {
  /** The state of an order that holds money and goods. */
  public static final OrderState HELD =
      new OrderState(Status.OPEN, Payment.HELD, Fulfilment.NONE, null, null);

  public OrderState {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(fulfilment, "fulfilment");
  }

  /** Whether something is still to happen. */
  public enum Status {
    OPEN,
    /** Every unit is delivered, returned or cancelled. */
    COMPLETED,
    CANCELLED
  }

  /** Where the money is. */
  public enum Payment {
    HELD,
    CAPTURED,
    /** All of it came back. */
    REFUNDED,
    RELEASED
  }

  /** Where the goods are. */
  public enum Fulfilment {
    NONE,
    PARTIAL,
    SHIPPED,
    DELIVERED,
    RETURNED
  }

  /** Why an order is cancelled. */
  public enum Cause {
    EXPIRED,
    CUSTOMER,
    OPERATIONS
  }

  /** Whether the money was captured, refunded or not. */
  public boolean isPaid() {
    return payment == Payment.CAPTURED || payment == Payment.REFUNDED;
  }

  /** Whether the order holds money and goods. */
  public boolean isHeld() {
    return payment == Payment.HELD;
  }

  /** Whether the order is cancelled. */
  public boolean isCancelled() {
    return status == Status.CANCELLED;
  }

  /** Returns this state as customers see it. */
  public OrderState withoutReason() {
    return new OrderState(status, payment, fulfilment, cause, null);
  }

  /** Returns the state of a cancelled order whose hold was released. */
  OrderState released(Cause why, @Nullable String words) {
    return new OrderState(Status.CANCELLED, Payment.RELEASED, Fulfilment.NONE, why, words);
  }
}
