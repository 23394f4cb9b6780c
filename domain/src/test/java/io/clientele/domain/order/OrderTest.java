package io.clientele.domain.order;

import static io.clientele.domain.order.OrderSamples.BY;
import static io.clientele.domain.order.OrderSamples.END;
import static io.clientele.domain.order.OrderSamples.NOW;
import static io.clientele.domain.order.OrderSamples.after;
import static io.clientele.domain.order.OrderSamples.back;
import static io.clientele.domain.order.OrderSamples.become;
import static io.clientele.domain.order.OrderSamples.item;
import static io.clientele.domain.order.OrderSamples.pack;
import static io.clientele.domain.order.OrderSamples.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Instruction.Settle;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.Order.Decision.LinesRefused;
import io.clientele.domain.order.Order.Decision.Refused;
import io.clientele.domain.order.Order.Decision.ShipmentRefused;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.OrderedItem.Kind;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final String HOLD = "f859146c-2e4e-8a93-82e6-3ed61b470422";

  @Test
  void fromTheEndOfItsHoldOnAnOrderIsShownAsExpired() {
    var order = OrderSamples.held();
    assertThat(order.at(END.minusNanos(1_000))).isEqualTo(order);
    var state = order.at(END).state();
    assertThat(state.status()).isEqualTo(Status.CANCELLED);
    assertThat(state.payment()).isEqualTo(Payment.RELEASED);
    assertThat(state.cause()).isEqualTo(Cause.EXPIRED);
    assertThat(OrderSamples.captured().at(END).state().payment()).isEqualTo(Payment.CAPTURED);
  }

  @Test
  void aConfirmationIsRefusedFrom50MillisecondsBeforeTheEnd() {
    var order = OrderSamples.held();
    assertThat(order.confirm(END.minusMillis(50), BY))
        .isEqualTo(new Refused(OrderConflict.EXPIRED));
    assertThat(order.confirm(END.minusMillis(51), BY)).isInstanceOf(Granted.class);
  }

  @Test
  void aCancellationAfterTheEndOfTheHoldChangesNothing() {
    var decision =
        (Granted) OrderSamples.held().cancel(Cancellation.whole(Cause.CUSTOMER), END, BY);
    assertThat(decision.change().isNone()).isTrue();
    assertThat(decision.change().state().state().cause()).isEqualTo(Cause.EXPIRED);
  }

  @Test
  void theWholeOfAPaidOrderIsRefundedLegByLeg() {
    var order =
        after(OrderSamples.held(item(Kind.SERVICE, 500), item(Kind.GOODS, 1_000)).confirm(NOW, BY));
    var granted = (Granted) order.cancel(Cancellation.whole(Cause.OPERATIONS), NOW, BY);
    var reversal = granted.transfers().get(0);
    assertThat(reversal.id()).isEqualTo(order.id().reversal(3));
    var settle = (Settle) reversal.instruction();
    assertThat(settle.parent()).isEqualTo(order.id().capture());
    assertThat(settle.parts())
        .containsExactly(new Part(1, Amount.of(2)), new Part(2, Amount.of(3_000)));
    var state = granted.change().state();
    assertThat(state.state().payment()).isEqualTo(Payment.REFUNDED);
    assertThat(state.sum().refunded()).isEqualTo(BigInteger.valueOf(3_000));
    assertThat(state.lines()).allMatch(line -> line.cancelled().equals(line.quantity()));
  }

  @Test
  void aFreeOrderHasNoLegForMoney() {
    var order = after(OrderSamples.held(item(Kind.GOODS, 0)).confirm(NOW, BY));
    var granted = (Granted) order.cancel(Cancellation.whole(Cause.CUSTOMER), NOW, BY);
    var settle = (Settle) granted.transfers().get(0).instruction();
    assertThat(settle.parts()).containsExactly(new Part(1, Amount.of(2)));
    assertThat(granted.change().state().state().payment()).isEqualTo(Payment.REFUNDED);
  }

  @Test
  void anOrderOfFreeServicesMovesNothingAndIsDeliveredByItsConfirmation() {
    var order = OrderSamples.held(item(Kind.SERVICE, 0));
    var confirmed = (Granted) order.confirm(NOW, BY);
    assertThat(confirmed.transfers()).isEmpty();
    assertThat(confirmed.change().state().state().fulfilment()).isEqualTo(Fulfilment.DELIVERED);
    assertThat(confirmed.change().state().state().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aServiceBesideGoodsDoesNotMakeAnOrderPartlyShipped() {
    var order =
        after(OrderSamples.held(item(Kind.GOODS, 100), item(Kind.SERVICE, 50)).confirm(NOW, BY));
    assertThat(order.state().fulfilment()).isEqualTo(Fulfilment.NONE);
    assertThat(order.lines().get(1).shipped()).isEqualTo(BigInteger.TWO);
    assertThat(become(pack(order, 2), Shipment.Status.SHIPPED).state().fulfilment())
        .isEqualTo(Fulfilment.SHIPPED);
  }

  @Test
  void payingAtOnceCapturesWithThePlacing() {
    var order = OrderSamples.held();
    var placed = order.place(true, BY);
    assertThat(placed.change().events())
        .extracting(event -> event.action())
        .containsExactly("order.placed", "order.confirmed");
    assertThat(placed.transfers()).hasSize(1);
    assertThat(placed.transfers().get(0).id()).isEqualTo(order.id().capture());
    assertThat(order.place(false, BY).transfers()).isEmpty();
  }

  @Test
  void theUnshippedRestIsCancelledByItsLines() {
    var order = OrderSamples.partial();
    assertThat(order.cancel(new Cancellation(Cause.OPERATIONS, "gone", part(2)), NOW, BY))
        .isEqualTo(new LinesRefused(List.of(0)));
    var reduced = after(order.cancel(new Cancellation(Cause.OPERATIONS, "gone", part(1)), NOW, BY));
    assertThat(reduced.state().fulfilment()).isEqualTo(Fulfilment.SHIPPED);
    assertThat(reduced.state().payment()).isEqualTo(Payment.CAPTURED);
    assertThat(reduced.sum().refunded()).isEqualTo(BigInteger.valueOf(1_000));
  }

  @Test
  void whilePartOfTheRestIsPackedNoneOfItIsCancelled() {
    var order = pack(OrderSamples.partial(), 1);
    assertThat(order.cancel(new Cancellation(Cause.CUSTOMER, null, part(1)), NOW, BY))
        .isEqualTo(new Refused(OrderConflict.PACKED));
  }

  @Test
  void cancellingEveryUnitByItsLineCancelsTheOrder() {
    var order =
        after(
            OrderSamples.captured()
                .cancel(new Cancellation(Cause.CUSTOMER, null, part(2)), NOW, BY));
    assertThat(order.state().status()).isEqualTo(Status.CANCELLED);
    assertThat(order.state().cause()).isEqualTo(Cause.CUSTOMER);
    assertThat(order.state().payment()).isEqualTo(Payment.REFUNDED);
  }

  @Test
  void lostUnitsAreSentAgainOrRefunded() {
    var lost = become(OrderSamples.shipped(), Shipment.Status.LOST);
    assertThat(lost.state().fulfilment()).isEqualTo(Fulfilment.PARTIAL);
    var again = become(pack(lost, 2), Shipment.Status.SHIPPED);
    assertThat(again.state().fulfilment()).isEqualTo(Fulfilment.SHIPPED);
    var refunded = after(lost.takeBack(back(2), BY));
    assertThat(refunded.state().fulfilment()).isEqualTo(Fulfilment.RETURNED);
    assertThat(refunded.state().payment()).isEqualTo(Payment.REFUNDED);
    assertThat(refunded.pack(shipment(), OrderSamples.CARRIAGE, List.of(), BY))
        .isEqualTo(new Refused(OrderConflict.RETURNED));
  }

  @Test
  void anUnpackedShipmentMayBePackedAgainAndCancelled() {
    var unpacked = become(OrderSamples.packed(), Shipment.Status.RETURNED);
    assertThat(unpacked.state().fulfilment()).isEqualTo(Fulfilment.NONE);
    assertThat(pack(unpacked, 2).shipments()).hasSize(2);
    assertThat(
            after(unpacked.cancel(Cancellation.whole(Cause.CUSTOMER), NOW, BY)).state().payment())
        .isEqualTo(Payment.REFUNDED);
  }

  @Test
  void aReturnWithoutRefundLeavesTheMoney() {
    var order = OrderSamples.delivered();
    var granted = (Granted) order.takeBack(new ReturnRequest(part(2), false, true), BY);
    var settle = (Settle) granted.transfers().get(0).instruction();
    assertThat(settle.parts()).containsExactly(new Part(1, Amount.of(2)));
    assertThat(granted.change().state().state().payment()).isEqualTo(Payment.CAPTURED);
    assertThat(granted.change().state().state().fulfilment()).isEqualTo(Fulfilment.RETURNED);
  }

  @Test
  void shipmentsChangeAsTheirTableSays() {
    var allowed = new EnumMap<Shipment.Status, EnumSet<Shipment.Status>>(Shipment.Status.class);
    allowed.put(
        Shipment.Status.PACKED, EnumSet.of(Shipment.Status.SHIPPED, Shipment.Status.RETURNED));
    allowed.put(
        Shipment.Status.SHIPPED,
        EnumSet.of(Shipment.Status.DELIVERED, Shipment.Status.LOST, Shipment.Status.RETURNED));
    allowed.put(Shipment.Status.DELIVERED, EnumSet.of(Shipment.Status.RETURNED));
    for (var from : Shipment.Status.values()) {
      for (var to : Shipment.Status.values()) {
        var order = withShipment(from);
        var newest = order.shipments().get(0);
        var decision =
            order.change(newest.id(), new ShipmentPatch(to, newest.carriage()), BY).orElseThrow();
        if (from == to) {
          assertThat(((Granted) decision).change().isNone()).isTrue();
        } else if (allowed.getOrDefault(from, EnumSet.noneOf(Shipment.Status.class)).contains(to)) {
          assertThat(after(decision).shipments().get(0).status()).isEqualTo(to);
          assertThat(((Granted) decision).transfers()).isEmpty();
        } else {
          assertThat(decision).isEqualTo(new ShipmentRefused(from));
        }
      }
    }
  }

  @Test
  void aCarrierIsCorrectedInAnyStatus() {
    var order = OrderSamples.delivered();
    var newest = order.shipments().get(0);
    var patch = new ShipmentPatch(null, new Shipment.Carriage("Other", null));
    var after = after(order.change(newest.id(), patch, BY).orElseThrow());
    assertThat(after.shipments().get(0).carriage().carrier()).isEqualTo("Other");
    assertThat(after.shipments().get(0).version()).isEqualTo(newest.version() + 1);
    assertThat(order.change(shipment(), patch, BY)).isEmpty();
  }

  @Test
  void linesThatAreWrongAreToldByTheirPositions() {
    var requests =
        List.of(
            new LineRequest(1, BigDecimal.ONE),
            new LineRequest(2, BigDecimal.ONE),
            new LineRequest(1, BigDecimal.ONE));
    assertThat(packing(requests)).isEqualTo(new LinesRefused(List.of(1, 2)));
    var half = List.of(new LineRequest(1, new BigDecimal("0.5")));
    assertThat(packing(half)).isEqualTo(new LinesRefused(List.of(0)));
  }

  @Test
  void theHoldHasAnIdOfVersion8ThatFollowsFromTheOrder() {
    var id = OrderId.parse("0199f3b2-0000-7000-8000-000000000001");
    assertThat(id.hold()).isEqualTo(new TransferId(UUID.fromString(HOLD)));
    assertThat(id.hold().value().version()).isEqualTo(8);
  }

  @Test
  void aNumberHas10CharactersOfCrockfordsAlphabet() {
    var random = new Random(3);
    for (var i = 0; i < 1_000; i++) {
      assertThat(OrderNumber.of(random).value()).matches("[0-9A-HJKMNP-TV-Z]{10}");
    }
  }

  private static Decision packing(List<LineRequest> requests) {
    return OrderSamples.captured().pack(shipment(), OrderSamples.CARRIAGE, requests, BY);
  }

  private static Order withShipment(Shipment.Status status) {
    return switch (status) {
      case PACKED -> OrderSamples.packed();
      case SHIPPED -> OrderSamples.shipped();
      case DELIVERED -> OrderSamples.delivered();
      case LOST -> become(OrderSamples.shipped(), Shipment.Status.LOST);
      case RETURNED -> become(OrderSamples.delivered(), Shipment.Status.RETURNED);
    };
  }

  private static ShipmentId shipment() {
    return ShipmentId.of(NOW, new Random(9));
  }
}
