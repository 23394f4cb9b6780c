package io.clientele.domain.order;

import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.line.LineProgress;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.OrderLines;
import io.clientele.domain.order.line.RequestedLines;
import java.math.BigInteger;
import java.util.List;

/** Decides how an order that is not cancelled, or a part of it, is cancelled or taken back. */
record CancellationRules(OrderContent before) {
  Ruling cancel(Cancellation request) {
    var state = before.state();
    if (state.isHeld()) {
      return request.lines().isEmpty() ? release(request) : new Ruling.Refused(OrderConflict.HELD);
    }
    var isPartOfRest = state.fulfilment() == Fulfilment.PARTIAL && !request.lines().isEmpty();
    if (state.fulfilment() != Fulfilment.NONE && !isPartOfRest) {
      return new Ruling.Refused(before.conflict());
    }
    if (before.hasPacked()) {
      return new Ruling.Refused(OrderConflict.PACKED);
    }
    return request.lines().isEmpty()
        ? refundAll(request, OrderLines.active(before.lines()))
        : refundLines(request);
  }

  /** Cancels an order that is held, and releases the hold. */
  Ruling release(Cancellation request) {
    return new Ruling.Changed(
        before.in(before.state().released(request.cause(), request.reason())),
        new OrderEvent.Cancelled(request.cause(), before.sum().refundedText()),
        new Ruling.Movement.Release());
  }

  /** Takes back units that left. */
  Ruling takeBack(ReturnRequest request) {
    var fulfilment = before.state().fulfilment();
    if (before.state().isCancelled()
        || fulfilment == Fulfilment.NONE
        || fulfilment == Fulfilment.RETURNED) {
      return new Ruling.Refused(before.conflict());
    }
    var requested = RequestedLines.of(before.progress(), request.lines(), LineProgress::returnable);
    if (!requested.refused().isEmpty()) {
      return new Ruling.LinesRefused(requested.refused());
    }
    var units = requested.units();
    var money = request.isRefunded() ? before.refund(units) : BigInteger.ZERO;
    return new Ruling.Changed(
        before.changing(OrderLines.returning(before.lines(), units), money),
        new OrderEvent.Returned(units, before.sum().text(money), request.isRestocked()),
        new Ruling.Movement.Reversal(money, units, request.isRestocked()));
  }

  /** Cancels an order that is paid and of which nothing has left. */
  private Ruling refundAll(Cancellation request, List<LineUnits> units) {
    var money = before.refund(units);
    var cancelled =
        new OrderState(
            Status.CANCELLED, Payment.REFUNDED, Fulfilment.NONE, request.cause(), request.reason());
    return new Ruling.Changed(
        without(units).in(cancelled),
        new OrderEvent.Cancelled(request.cause(), before.sum().text(money)),
        new Ruling.Movement.Reversal(money, units, true));
  }

  private Ruling refundLines(Cancellation request) {
    var requested = RequestedLines.of(before.progress(), request.lines(), this::cancellable);
    if (!requested.refused().isEmpty()) {
      return new Ruling.LinesRefused(requested.refused());
    }
    var units = requested.units();
    var after = without(units);
    if (OrderLines.active(after.lines()).isEmpty()) {
      return refundAll(request, units);
    }
    var money = before.refund(units);
    return new Ruling.Changed(
        after,
        new OrderEvent.Reduced(units, before.sum().text(money)),
        new Ruling.Movement.Reversal(money, units, true));
  }

  /** The units that may be cancelled; those that are not shipped only while nothing has left. */
  private BigInteger cancellable(LineProgress line) {
    if (line.line().item().isShipped()) {
      return line.cancellable();
    }
    return before.state().fulfilment() == Fulfilment.NONE ? line.line().active() : BigInteger.ZERO;
  }

  /** The content without these units, which are paid back. */
  private OrderContent without(List<LineUnits> units) {
    return before.changing(OrderLines.cancelling(before.lines(), units), before.refund(units));
  }
}
