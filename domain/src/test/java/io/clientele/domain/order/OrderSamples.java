package io.clientele.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderedItem;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import io.clientele.domain.product.ProductId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orders in each state, and commands. Money has two decimals, goods none. */
final class OrderSamples {
  static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  static final Instant END = NOW.plus(Duration.ofMinutes(15));
  static final Provenance BY = new Provenance("test", NOW);
  static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  static final Shipment.Carriage CARRIAGE = new Shipment.Carriage("Post", "T1");

  private static final Random RANDOM = new Random(7);

  private OrderSamples() {}

  static OrderedItem item(OrderedItem.Kind kind, long unitPrice) {
    var asset = new AssetCode("SKU-" + Math.abs(RANDOM.nextInt()));
    return new OrderedItem(
        ProductId.of(NOW, RANDOM),
        "sku",
        "title",
        kind,
        asset,
        0,
        BigInteger.valueOf(unitPrice),
        NOW);
  }

  /** A held order with a line of two of each item. */
  static Order held(OrderedItem... items) {
    var lines = new ArrayList<OrderLine>();
    for (var item : items) {
      lines.add(OrderLine.ordered(lines.size() + 1, item, BigInteger.TWO));
    }
    var total = lines.stream().map(OrderLine::total).reduce(BigInteger.ZERO, BigInteger::add);
    return new Order(
        new OrderId(Uuid7.of(NOW, RANDOM)),
        OrderNumber.of(RANDOM),
        AccountId.of(NOW, RANDOM),
        new OrderContent(
            OrderState.HELD, new OrderSum(USD, total, BigInteger.ZERO), lines, List.of()),
        NOW,
        END,
        new Address("Main Street 1"),
        1);
  }

  /** A held order of two at 10.00. */
  static Order held() {
    return held(item(OrderedItem.Kind.GOODS, 1_000));
  }

  static Order captured() {
    return after(held().confirm(NOW, BY));
  }

  static Order packed() {
    return pack(captured(), 2);
  }

  static Order partial() {
    return become(pack(captured(), 1), Shipment.Status.SHIPPED);
  }

  static Order shipped() {
    return become(packed(), Shipment.Status.SHIPPED);
  }

  static Order delivered() {
    return become(shipped(), Shipment.Status.DELIVERED);
  }

  static Order returned() {
    return after(delivered().takeBack(back(2), BY));
  }

  static Order cancelled() {
    return after(held().cancel(Cancellation.whole(Cause.CUSTOMER), NOW, BY));
  }

  static Order expired() {
    return after(held().expire(END, BY));
  }

  static Order pack(Order order, int quantity) {
    return after(order.pack(ShipmentId.of(NOW, RANDOM), CARRIAGE, part(quantity), BY));
  }

  /** Changes the status of the newest shipment. */
  static Order become(Order order, Shipment.Status status) {
    var newest = order.shipments().get(order.shipments().size() - 1);
    var patch = new ShipmentPatch(status, newest.carriage());
    return after(order.change(newest.id(), patch, BY).orElseThrow());
  }

  static List<LineRequest> part(int quantity) {
    return List.of(new LineRequest(1, BigDecimal.valueOf(quantity)));
  }

  static ReturnRequest back(int quantity) {
    return new ReturnRequest(part(quantity), true, true);
  }

  /** The order after a command that was granted, as a store returns it. */
  static Order after(Decision decision) {
    assertThat(decision).isInstanceOf(Granted.class);
    var change = ((Granted) decision).change();
    return change.isNone() ? change.state() : change.state().at(change.state().version() + 1);
  }
}
