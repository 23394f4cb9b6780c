package io.clientele.application.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.util.Objects;
import java.util.function.LongPredicate;

/** Changes the status or the carrier of a shipment. */
public final class ChangeShipment {
  private final OrderUpdate update;
  private final Orders orders;

  public ChangeShipment(OrderUpdate update, Orders orders) {
    this.update = Objects.requireNonNull(update, "update");
    this.orders = Objects.requireNonNull(orders, "orders");
  }

  /** Reads a change of a shipment, whose other fields stay. */
  @FunctionalInterface
  public interface PatchReader {
    ShipmentPatch read(Shipment.Carriage before);
  }

  /**
   * Changes a shipment. A change that is none succeeds for any expected version.
   *
   * @param expected the versions of the shipment that the caller expects
   * @param patch read once the shipment is found
   */
  public OrderOutcome change(
      Actor actor, ShipmentId id, LongPredicate expected, PatchReader patch) {
    if (!actor.may(OrderPermission.CHANGE_ORDERS)) {
      return new OrderOutcome.Denied();
    }
    var outcome =
        update.run(
            actor,
            new OrderUpdate.Command(
                () -> orders.find(id),
                order -> expected.test(shipment(order, id).version()),
                () -> null,
                (found, by) -> {
                  var order = found.order();
                  return order.change(id, patch.read(shipment(order, id).carriage()), by);
                }));
    return outcome instanceof OrderOutcome.NoSuchOrder
        ? new OrderOutcome.NoSuchShipment()
        : outcome;
  }

  private static Shipment shipment(Order order, ShipmentId id) {
    return order.shipments().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a shipment is on another order"));
  }
}
