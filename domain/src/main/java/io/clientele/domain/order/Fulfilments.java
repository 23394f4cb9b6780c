package io.clientele.domain.order;

import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.line.LineProgress;
import java.math.BigInteger;
import java.util.List;

/**
 * Computes the state of an order from its lines. Lines that are not shipped count only where there
 * is no other: a service beside goods does not make an order partly shipped.
 */
final class Fulfilments {
  private final List<LineProgress> all;
  private final List<LineProgress> counting;

  private Fulfilments(List<LineProgress> lines) {
    this.all = lines;
    var active = lines.stream().filter(line -> line.line().active().signum() > 0).toList();
    var goods = active.stream().filter(line -> line.line().item().isShipped()).toList();
    this.counting = goods.isEmpty() ? active : goods;
  }

  static Fulfilments of(List<LineProgress> lines) {
    return new Fulfilments(lines);
  }

  /** Returns the state that follows from the lines; a cancelled or held order keeps its own. */
  OrderState state(OrderState before, OrderSum sum) {
    if (before.isCancelled() || before.isHeld()) {
      return before;
    }
    var fulfilment = fulfilment();
    var isDone = fulfilment == Fulfilment.DELIVERED || fulfilment == Fulfilment.RETURNED;
    return new OrderState(
        isDone ? Status.COMPLETED : Status.OPEN,
        sum.refunded().equals(sum.total()) && isAllBack() ? Payment.REFUNDED : Payment.CAPTURED,
        fulfilment,
        null,
        before.reason());
  }

  private Fulfilment fulfilment() {
    if (counting.isEmpty()) {
      return Fulfilment.NONE;
    }
    if (counting.stream().allMatch(LineProgress::isReturned)) {
      return Fulfilment.RETURNED;
    }
    if (counting.stream().allMatch(LineProgress::isDelivered)) {
      return Fulfilment.DELIVERED;
    }
    if (counting.stream().allMatch(LineProgress::isShipped)) {
      return Fulfilment.SHIPPED;
    }
    return counting.stream().anyMatch(LineProgress::hasLeft) ? Fulfilment.PARTIAL : Fulfilment.NONE;
  }

  /** Whether every unit is returned or cancelled, or every line that costs anything. */
  private boolean isAllBack() {
    var isFree = all.stream().allMatch(line -> line.line().total().signum() == 0);
    return all.stream()
        .filter(line -> isFree || line.line().total().signum() > 0)
        .allMatch(LineProgress::isReturned);
  }

  /** The state of an order all of whose units are cancelled. */
  static OrderState cancelled(Cancellation request) {
    return new OrderState(
        Status.CANCELLED, Payment.REFUNDED, Fulfilment.NONE, request.cause(), request.reason());
  }

  /** Units that may be cancelled; those that are not shipped only while nothing has left. */
  static BigInteger cancellable(Order order, LineProgress line) {
    if (line.line().item().isShipped()) {
      return line.cancellable();
    }
    return order.state().fulfilment() == Fulfilment.NONE ? line.line().active() : BigInteger.ZERO;
  }

  /** The first conflict that applies to a state. */
  static OrderConflict conflict(OrderState state, boolean hasPacked) {
    if (state.isCancelled()) {
      return state.cause() == OrderState.Cause.EXPIRED
          ? OrderConflict.EXPIRED
          : OrderConflict.CANCELLED;
    }
    switch (state.fulfilment()) {
      case RETURNED:
        return OrderConflict.RETURNED;
      case DELIVERED:
        return OrderConflict.DELIVERED;
      case SHIPPED:
        return OrderConflict.SHIPPED;
      case PARTIAL:
        return OrderConflict.PARTIAL;
      default:
        break;
    }
    if (hasPacked) {
      return OrderConflict.PACKED;
    }
    return state.isHeld() ? OrderConflict.HELD : OrderConflict.CAPTURED;
  }
}
