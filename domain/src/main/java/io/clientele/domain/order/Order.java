package io.clientele.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.OrderDecision.Granted;
import io.clientele.domain.order.OrderDecision.LinesRefused;
import io.clientele.domain.order.OrderDecision.Refused;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.line.LineProgress;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderLines;
import io.clientele.domain.order.line.RequestedLines;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order. Each command decides by the state and returns the change to store with the transfers to
 * book, all in one transaction. A command whose work is done already returns an empty change.
 * Immutable.
 *
 * @param expiresAt until when money and goods are held
 * @param address where to send the goods; null if there is none, or it was erased
 * @param version that was read; storing a change raises it
 */
public record Order(
    OrderId id,
    OrderNumber number,
    AccountId account,
    OrderState state,
    OrderSum sum,
    Instant placedAt,
    Instant expiresAt,
    List<OrderLine> lines,
    List<Shipment> shipments,
    @Nullable Address address,
    long version) {
  /** The largest number of lines. */
  public static final int LINES_MAX = 50;

  /** A confirmation is refused from this long before the end of the hold. */
  public static final Duration CONFIRMATION_MARGIN = Duration.ofMillis(50);

  public Order {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
  }

  /** Returns this order as it is at an instant: from the end of its hold on it is cancelled. */
  public Order at(Instant now) {
    return isOver(now) ? in(state.released(Cause.EXPIRED, null)) : this;
  }

  /**
   * Places this new order, which holds money and goods.
   *
   * @param isPaid whether the hold is captured at once; the transfers do not contain the hold
   */
  public Granted place(boolean isPaid, Provenance by) {
    var placed = new OrderEvent.Placed(sum.totalText(), sum.currency().code().value());
    return isPaid
        ? new Granted(
            new Change<>(captured(), List.of(placed, new OrderEvent.Confirmed()), by, null),
            OrderTransfers.capture(this, by))
        : new Granted(Change.of(this, placed, by), List.of());
  }

  /** Captures what is held, once, until shortly before the end. */
  public OrderDecision confirm(Instant now, Provenance by) {
    if (state.isCancelled() || !now.isBefore(expiresAt.minus(CONFIRMATION_MARGIN)) && isHeld()) {
      return new Refused(state.isCancelled() ? conflict() : OrderConflict.EXPIRED);
    }
    return isHeld()
        ? granted(captured(), new OrderEvent.Confirmed(), OrderTransfers.capture(this, by), by)
        : unchanged(by);
  }

  /** Ends the hold if its time is over; does nothing otherwise. */
  public OrderDecision expire(Instant now, Provenance by) {
    return isOver(now) ? released(Cancellation.whole(Cause.EXPIRED), by) : unchanged(by);
  }

  /** Cancels the order, or units of it that have not left. */
  public OrderDecision cancel(Cancellation request, Instant now, Provenance by) {
    if (state.isCancelled() || isOver(now)) {
      return at(now).unchanged(by);
    }
    if (isHeld()) {
      return request.lines().isEmpty() ? released(request, by) : new Refused(OrderConflict.HELD);
    }
    var isPartOfRest = state.fulfilment() == Fulfilment.PARTIAL && !request.lines().isEmpty();
    if (state.fulfilment() != Fulfilment.NONE && !isPartOfRest) {
      return new Refused(conflict());
    }
    if (hasPacked()) {
      return new Refused(OrderConflict.PACKED);
    }
    return request.lines().isEmpty() ? refunded(request, by) : reduced(request, by);
  }

  /**
   * Packs a shipment.
   *
   * @param requests empty for all that is left
   */
  public OrderDecision pack(
      ShipmentId shipment, Shipment.Carriage carriage, List<LineRequest> requests, Provenance by) {
    var progress = progress();
    var all = RequestedLines.all(progress, LineProgress::packable);
    if (state.isCancelled() || isHeld() || all.isEmpty()) {
      return new Refused(hasPacked() ? OrderConflict.PACKED : conflict());
    }
    var requested = RequestedLines.of(progress, requests, LineProgress::packable);
    if (!requested.refused().isEmpty()) {
      return new LinesRefused(requested.refused());
    }
    var units = requests.isEmpty() ? all : requested.units();
    var packed =
        new Shipment(shipment, units, carriage, Shipment.Status.PACKED, by.at(), null, null, 1);
    var after = new ArrayList<>(shipments);
    after.add(packed);
    return granted(
        with(state, sum, lines, after).counted(),
        new OrderEvent.Packed(shipment, units),
        List.of(),
        by);
  }

  /** Changes a shipment of this order; empty if it has no such shipment. */
  public Optional<OrderDecision> change(ShipmentId id, ShipmentPatch patch, Provenance by) {
    return shipments.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(before -> change(before, patch, by));
  }

  /** Takes back units that left, and refunds them if asked to. */
  public OrderDecision takeBack(ReturnRequest request, Provenance by) {
    if (state.isCancelled()
        || state.fulfilment() == Fulfilment.NONE
        || state.fulfilment() == Fulfilment.RETURNED) {
      return new Refused(conflict());
    }
    var requested = RequestedLines.of(progress(), request.lines(), LineProgress::returnable);
    if (!requested.refused().isEmpty()) {
      return new LinesRefused(requested.refused());
    }
    var money = request.isRefunded() ? refund(requested.units()) : BigInteger.ZERO;
    var after = OrderLines.returning(lines, requested.units());
    return granted(
        with(state, sum.refunding(money), after, shipments).counted(),
        new OrderEvent.Returned(requested.units(), sum.text(money), request.isRestocked()),
        OrderTransfers.reversal(this, money, requested.units(), by),
        by);
  }

  /** Whether the order holds or moves anything; an order of free services does not. */
  public boolean isMoving() {
    return sum.total().signum() > 0 || lines.stream().anyMatch(line -> line.item().isStocked());
  }

  /** Returns this order at the version that is stored now. */
  public Order at(long stored) {
    return new Order(
        id, number, account, state, sum, placedAt, expiresAt, lines, shipments, address, stored);
  }

  /** Returns this order with what its lines and shipments say about its state. */
  public Order counted() {
    var counted = OrderLines.counted(lines, progress());
    var order = with(state, sum, counted, shipments);
    return order.in(Fulfilments.of(order.progress()).state(state, sum));
  }

  /** Where the units of each line are. */
  List<LineProgress> progress() {
    return lines.stream().map(line -> LineProgress.of(line, shipments, state.isPaid())).toList();
  }

  Order with(
      OrderState newState, OrderSum newSum, List<OrderLine> newLines, List<Shipment> newShipments) {
    return new Order(
        id,
        number,
        account,
        newState,
        newSum,
        placedAt,
        expiresAt,
        newLines,
        newShipments,
        address,
        version);
  }

  private OrderDecision change(Shipment before, ShipmentPatch patch, Provenance by) {
    var next = patch.status() == null ? before.status() : patch.status();
    if (next != before.status() && !before.status().mayBecome(next)) {
      return new OrderDecision.ShipmentRefused(before.status());
    }
    var moved = next == before.status() ? before : before.become(next, by.at());
    var after = moved.carried(patch.carriage());
    if (after.equals(before)) {
      return unchanged(by);
    }
    var all = shipments.stream().map(one -> one.equals(before) ? after.raised() : one).toList();
    return granted(
        with(state, sum, lines, all).counted(),
        new OrderEvent.ShipmentChanged(before, after),
        List.of(),
        by);
  }

  private OrderDecision released(Cancellation request, Provenance by) {
    var event = new OrderEvent.Cancelled(request.cause(), sum.refundedText());
    return granted(
        in(state.released(request.cause(), request.reason())),
        event,
        OrderTransfers.release(this, by),
        by);
  }

  /** Cancels an order that is paid and of which nothing has left. */
  private OrderDecision refunded(Cancellation request, Provenance by) {
    var units = OrderLines.active(lines);
    var money = refund(units);
    var after = with(state, sum.refunding(money), OrderLines.cancelling(lines, units), shipments);
    return granted(
        after.counted().in(Fulfilments.cancelled(request)),
        new OrderEvent.Cancelled(request.cause(), sum.text(money)),
        OrderTransfers.reversal(this, money, units, by),
        by);
  }

  private OrderDecision reduced(Cancellation request, Provenance by) {
    var requested =
        RequestedLines.of(progress(), request.lines(), line -> Fulfilments.cancellable(this, line));
    if (!requested.refused().isEmpty()) {
      return new LinesRefused(requested.refused());
    }
    var units = requested.units();
    if (OrderLines.active(OrderLines.cancelling(lines, units)).isEmpty()) {
      return refunded(request, by);
    }
    var money = refund(units);
    return granted(
        with(state, sum.refunding(money), OrderLines.cancelling(lines, units), shipments).counted(),
        new OrderEvent.Reduced(units, sum.text(money)),
        OrderTransfers.reversal(this, money, units, by),
        by);
  }

  private Order captured() {
    var paid =
        new OrderState(
            state.status(), OrderState.Payment.CAPTURED, state.fulfilment(), null, state.reason());
    return in(paid).counted();
  }

  private BigInteger refund(List<LineUnits> units) {
    return OrderLines.refund(lines, units);
  }

  /** The first conflict that applies now. */
  private OrderConflict conflict() {
    return Fulfilments.conflict(state, hasPacked());
  }

  private boolean hasPacked() {
    return shipments.stream().anyMatch(one -> one.status() == Shipment.Status.PACKED);
  }

  private boolean isHeld() {
    return state.isHeld();
  }

  private boolean isOver(Instant now) {
    return isHeld() && !now.isBefore(expiresAt);
  }

  private Order in(OrderState newState) {
    return with(newState, sum, lines, shipments);
  }

  private OrderDecision unchanged(Provenance by) {
    return new Granted(Change.none(this, by), List.of());
  }

  private static OrderDecision granted(
      Order after, OrderEvent event, List<Transfer> transfers, Provenance by) {
    return new Granted(Change.of(after, event, by), transfers);
  }
}
