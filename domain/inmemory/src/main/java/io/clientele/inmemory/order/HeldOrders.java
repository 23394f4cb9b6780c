package io.clientele.inmemory.order;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderContent;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.domain.order.OrderReconciliation.Money;
import io.clientele.domain.order.OrderState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The orders of a store that hold money and goods. */
record HeldOrders(List<Order> orders) {
  static HeldOrders of(Collection<Order> all) {
    return new HeldOrders(all.stream().filter(order -> order.state().isHeld()).toList());
  }

  /** What they hold; in memory, the ledger cannot say anything else. */
  OrderReconciliation reconciliation(Instant now) {
    var money = new LinkedHashMap<Asset, BigInteger>();
    orders.stream()
        .sorted(Comparator.comparing(order -> order.sum().currency().code()))
        .forEach(
            order -> money.merge(order.sum().currency(), order.sum().total(), BigInteger::add));
    var goods =
        orders.stream()
            .flatMap(order -> order.lines().stream())
            .filter(line -> line.item().isStocked())
            .count();
    var sums =
        money.entrySet().stream()
            .map(entry -> new Money(entry.getKey(), entry.getValue()))
            .toList();
    return new OrderReconciliation(orders.size(), sums, goods, 0, now);
  }

  static Order withoutPersonalData(Order order) {
    var content = order.content();
    var state = content.state();
    var bare =
        new OrderState(state.status(), state.payment(), state.fulfilment(), state.cause(), null);
    return new Order(
        order.id(),
        order.number(),
        order.account(),
        new OrderContent(bare, content.sum(), content.lines(), content.shipments()),
        order.placedAt(),
        order.expiresAt(),
        null,
        order.version());
  }
}
