package io.clientele.domain.order;

import static io.clientele.domain.order.OrderSamples.BY;
import static io.clientele.domain.order.OrderSamples.END;
import static io.clientele.domain.order.OrderSamples.NOW;
import static io.clientele.domain.order.OrderSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.transfer.Instruction.Settle;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.OrderedItem.Kind;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random commands never break what holds of every order. */
class OrderWalkTest {
  private static final int WALKS = 3_000;
  private static final int STEPS = 25;

  @Test
  void noSequenceOfCommandsMovesMoreThanWasCaptured() {
    var random = new Random(20261129);
    for (var walk = 0; walk < WALKS; walk++) {
      var order =
          OrderSamples.held(
              item(Kind.GOODS, random.nextInt(3)),
              item(Kind.GOODS, 333),
              item(Kind.values()[random.nextInt(3)], random.nextInt(50)));
      var moved = new HashMap<Integer, BigInteger>();
      for (var step = 0; step < STEPS; step++) {
        var decision = command(order, random);
        if (decision instanceof Granted granted) {
          order = next(order, granted, moved);
          check(order, moved);
        }
      }
    }
  }

  private static Order next(Order before, Granted granted, Map<Integer, BigInteger> moved) {
    var change = granted.change();
    if (change.isNone()) {
      assertThat(granted.transfers()).isEmpty();
      return change.state();
    }
    for (var transfer : granted.transfers()) {
      var settle = (Settle) transfer.instruction();
      if (settle.settlement() == Settlement.REVERSAL) {
        settle
            .parts()
            .forEach(part -> moved.merge(part.leg(), part.amount().minor(), BigInteger::add));
      }
    }
    assertThat(change.state().version()).isEqualTo(before.version());
    return change.state().at(before.version() + 1);
  }

  private static void check(Order order, Map<Integer, BigInteger> moved) {
    var leg = 1;
    for (var line : order.lines()) {
      assertThat(line.cancelled().add(line.returned())).isLessThanOrEqualTo(line.quantity());
      if (line.item().isStocked()) {
        var back = moved.getOrDefault(leg, BigInteger.ZERO);
        assertThat(back).isEqualTo(line.cancelled().add(line.returned()));
        leg++;
      }
    }
    assertThat(order.sum().refunded()).isLessThanOrEqualTo(order.sum().total());
    assertThat(moved.getOrDefault(leg, BigInteger.ZERO)).isEqualTo(order.sum().refunded());
    if (order.state().payment() == Payment.REFUNDED) {
      assertThat(order.sum().refunded()).isEqualTo(order.sum().total());
    }
    assertThat(order.state().isCancelled()).isEqualTo(order.state().cause() != null);
    assertThat(order.state().status() == Status.CANCELLED).isEqualTo(order.state().isCancelled());
    assertThat(order.counted()).isEqualTo(order);
  }

  private static Decision command(Order order, Random random) {
    switch (random.nextInt(8)) {
      case 0:
        return order.confirm(NOW, BY);
      case 1:
        return order.expire(random.nextInt(9) == 0 ? END : NOW, BY);
      case 2:
        var lines = random.nextBoolean() ? List.<LineRequest>of() : lines(random);
        return order.cancel(new Cancellation(Cause.CUSTOMER, null, lines), NOW, BY);
      case 3:
      case 4:
        var id = ShipmentId.of(NOW, random);
        return order.pack(id, OrderSamples.CARRIAGE, lines(random), BY);
      case 5:
        return order.takeBack(new ReturnRequest(lines(random), random.nextInt(5) > 0, true), BY);
      default:
        return order.shipments().isEmpty()
            ? order.confirm(NOW, BY)
            : change(
                order, order.shipments().get(random.nextInt(order.shipments().size())), random);
    }
  }

  private static Decision change(Order order, Shipment shipment, Random random) {
    var status = Shipment.Status.values()[random.nextInt(Shipment.Status.values().length)];
    return order
        .change(shipment.id(), new ShipmentPatch(status, shipment.carriage()), BY)
        .orElseThrow();
  }

  private static List<LineRequest> lines(Random random) {
    var lines = new ArrayList<LineRequest>();
    for (var line = 1; line <= 3; line++) {
      if (random.nextBoolean()) {
        lines.add(new LineRequest(line, BigDecimal.valueOf(1 + random.nextInt(2))));
      }
    }
    return lines.isEmpty() ? List.of(new LineRequest(1, BigDecimal.ONE)) : lines;
  }
}
