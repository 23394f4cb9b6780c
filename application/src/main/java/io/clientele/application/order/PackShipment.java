package io.clientele.application.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Packs a shipment of an order; it is the last of the order's shipments. */
public final class PackShipment {
  private final OrderUpdate update;
  private final Orders orders;
  private final RandomGenerator random;

  public PackShipment(OrderUpdate update, Orders orders, RandomGenerator random) {
    this.update = Objects.requireNonNull(update, "update");
    this.orders = Objects.requireNonNull(orders, "orders");
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * What is packed.
   *
   * @param lines empty for all that is left
   */
  public record Request(Shipment.Carriage carriage, List<LineRequest> lines) {
    public Request {
      Objects.requireNonNull(carriage, "carriage");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    }
  }

  /**
   * Packs a shipment.
   *
   * @param request read once the order is found
   * @param idempotent read after the request; gives null for a request without a key
   */
  public OrderOutcome pack(
      Actor actor,
      OrderId id,
      Supplier<Request> request,
      Supplier<@Nullable Idempotent<Order>> idempotent) {
    if (!actor.may(OrderPermission.CHANGE_ORDERS)) {
      return new OrderOutcome.Denied();
    }
    var read = new AtomicReference<Request>();
    return update.run(
        actor,
        new OrderUpdate.Command(
            () -> orders.find(id),
            order -> true,
            () -> {
              read.set(request.get()); // the body is judged before the key
              return idempotent.get();
            },
            (found, by) -> {
              var asked = Objects.requireNonNull(read.get());
              var shipment = ShipmentId.of(by.at(), random);
              return Optional.of(found.order().pack(shipment, asked.carriage(), asked.lines(), by));
            }));
  }
}
