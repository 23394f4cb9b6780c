package io.clientele.domain.order;

import io.clientele.domain.kernel.event.CanonicalJson;
import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.line.LineProgress;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderLines;
import io.clientele.domain.order.line.Shipment;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The part of an order that commands change. Its state follows from its lines and shipments. Lines
 * that are not shipped count only where there is no other: a service beside goods does not make an
 * order partly shipped. Immutable.
 */
public record OrderContent(
    OrderState state, OrderSum sum, List<OrderLine> lines, List<Shipment> shipments) {
  public OrderContent {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(sum, "sum");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    shipments = List.copyOf(Objects.requireNonNull(shipments, "shipments"));
  }

  OrderContent in(OrderState newState) {
    return new OrderContent(newState, sum, lines, shipments);
  }

  OrderContent shipping(List<Shipment> newShipments) {
    return new OrderContent(state, sum, lines, newShipments).counted();
  }

  OrderContent changing(List<OrderLine> newLines, BigInteger refund) {
    return new OrderContent(state, sum.refunding(refund), newLines, shipments).counted();
  }

  OrderContent captured() {
    return in(new OrderState(Status.OPEN, Payment.CAPTURED, Fulfilment.NONE, null, null)).counted();
  }

  /** Whether money or stock is held or moved; an order of free services has neither. */
  boolean isMoving() {
    return sum.total().signum() > 0 || lines.stream().anyMatch(line -> line.item().isStocked());
  }

  boolean hasPacked() {
    return shipments.stream().anyMatch(one -> one.status() == Shipment.Status.PACKED);
  }

  /** What is paid back for units, in minor units of the currency. */
  BigInteger refund(List<LineUnits> units) {
    return OrderLines.refund(lines, units);
  }

  List<LineProgress> progress() {
    return lines.stream().map(line -> LineProgress.of(line, shipments, state.isPaid())).toList();
  }

  /** Returns this content with what its lines and shipments say about its state. */
  OrderContent counted() {
    var counted = new OrderContent(state, sum, OrderLines.counted(lines, progress()), shipments);
    return state.isCancelled() || state.isHeld() ? counted : counted.in(counted.counting());
  }

  private OrderState counting() {
    var fulfilment = fulfilment();
    var isDone = fulfilment == Fulfilment.DELIVERED || fulfilment == Fulfilment.RETURNED;
    var isRefunded = sum.refunded().equals(sum.total()) && isAllBack();
    return new OrderState(
        isDone ? Status.COMPLETED : Status.OPEN,
        isRefunded ? Payment.REFUNDED : Payment.CAPTURED,
        fulfilment,
        null,
        state.reason());
  }

  private Fulfilment fulfilment() {
    var active = progress().stream().filter(line -> line.line().active().signum() > 0).toList();
    var goods = active.stream().filter(line -> line.line().item().isShipped()).toList();
    var counting = goods.isEmpty() ? active : goods;
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

  /** Whether every unit is returned or cancelled, or every one that costs anything. */
  private boolean isAllBack() {
    var isFree = lines.stream().allMatch(line -> line.total().signum() == 0);
    return progress().stream()
        .filter(line -> isFree || line.line().total().signum() > 0)
        .allMatch(LineProgress::isReturned);
  }

  /** The first conflict that applies. */
  OrderConflict conflict() {
    if (state.isCancelled()) {
      return state.cause() == OrderState.Cause.EXPIRED
          ? OrderConflict.EXPIRED
          : OrderConflict.CANCELLED;
    }
    return switch (state.fulfilment()) {
      case RETURNED -> OrderConflict.RETURNED;
      case DELIVERED -> OrderConflict.DELIVERED;
      case SHIPPED -> OrderConflict.SHIPPED;
      case PARTIAL -> OrderConflict.PARTIAL;
      case NONE -> unshipped();
    };
  }

  private OrderConflict unshipped() {
    if (hasPacked()) {
      return OrderConflict.PACKED;
    }
    return state.isHeld() ? OrderConflict.HELD : OrderConflict.CAPTURED;
  }

  /** Writes what events publish of an order: ids, quantities and sums. */
  String json(OrderId id, OrderNumber number) {
    var json = new TreeMap<String, Object>();
    json.put("id", id.toString());
    json.put("number", number.value());
    json.put("status", name(state.status()));
    json.put("payment", name(state.payment()));
    json.put("fulfilment", name(state.fulfilment()));
    json.put("currency", sum.currency().code().value());
    json.put("total", sum.totalText());
    json.put("refunded", sum.refundedText());
    var cause = state.cause();
    if (cause != null) {
      json.put("cause", name(cause));
    }
    json.put(
        "lines",
        lines.stream()
            .map(
                line ->
                    Map.<String, Object>of(
                        "line", line.number(),
                        "productId", line.item().product().toString(),
                        "quantity", line.text(line.quantity()),
                        "shipped", line.text(line.shipped()),
                        "returned", line.text(line.returned()),
                        "cancelled", line.text(line.cancelled())))
            .toList());
    return CanonicalJson.write(json);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
