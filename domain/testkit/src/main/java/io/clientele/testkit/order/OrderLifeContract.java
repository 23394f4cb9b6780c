package io.clientele.testkit.order;

import static io.clientele.testkit.order.OrderTrial.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.domain.order.OrderTransfers;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.order.Orders.Saved;
import io.clientele.domain.order.ReturnRequest;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of an order after it is placed; a contract of every store of orders. */
public interface OrderLifeContract extends OrdersUnderTest {
  @Test
  default void anOrderLivesFromItsConfirmationToItsReturn() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var order = trial.placed(customer, trial.order(customer, 2, tea));
    order = trial.given(order.confirm(OrderTrial.now(), trial.by()));
    assertThat(trial.balance(customer.pocket())).isEqualTo("8000/0");
    assertThat(trial.balance(stock(tea.id()).sold())).isEqualTo("2/0");
    var shipment = ShipmentId.of(Instant.now(), new Random());
    var carriage = new Shipment.Carriage("Post", "T1");
    order = trial.given(order.pack(shipment, carriage, List.of(), trial.by()));
    order = become(trial, order, shipment, Shipment.Status.SHIPPED);
    order = become(trial, order, shipment, Shipment.Status.DELIVERED);
    assertThat(order.state().status()).isEqualTo(Status.COMPLETED);
    var found = orders().find(shipment).orElseThrow().order();
    assertThat(found).isEqualTo(order);
    assertThat(found.counted()).as("fulfilment is computed from the lines").isEqualTo(found);
    var one = List.of(new LineRequest(1, BigDecimal.ONE));
    order = trial.given(order.takeBack(new ReturnRequest(one, true, true), trial.by()));
    assertThat(orders().find(order.id()).orElseThrow().order()).isEqualTo(order);
    assertThat(trial.balance(customer.pocket())).isEqualTo("9000/0");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("4/0");
    trial.given(order.takeBack(new ReturnRequest(one, false, false), trial.by()));
    assertThat(trial.balance(customer.pocket())).isEqualTo("9000/0");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("4/0");
    assertThat(trial.balance(stock(tea.id()).writtenOff())).isEqualTo("1/0");
    assertThat(actions("order.")).hasSize(7);
    assertThat(orders().reconcile().isBalanced()).isTrue();
  }

  private Order become(OrderTrial trial, Order order, ShipmentId id, Shipment.Status status) {
    var patch = new ShipmentPatch(status, order.shipments().get(0).carriage());
    return trial.given(order.change(id, patch, trial.by()).orElseThrow());
  }

  @Test
  default void aCancellationGivesMoneyAndGoodsBack() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var held = trial.placed(customer, trial.order(customer, 2, tea));
    var cancellation = new Cancellation(Cause.OPERATIONS, "sold twice", List.of());
    var cancelled = trial.given(held.cancel(cancellation, OrderTrial.now(), trial.by()));
    assertThat(orders().find(held.id()).orElseThrow().order()).isEqualTo(cancelled);
    var paid = trial.order(customer, 2, tea);
    assertThat(orders().place(trial.placement(customer, paid, true)))
        .isInstanceOf(Placed.Stored.class);
    var stored = orders().find(paid.id()).orElseThrow().order();
    assertThat(stored.state().payment()).isEqualTo(Payment.CAPTURED);
    trial.given(stored.cancel(Cancellation.whole(Cause.CUSTOMER), OrderTrial.now(), trial.by()));
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/0");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("5/0");
  }

  @Test
  default void aRefundToAClosedPocketGoesToUnclaimedMoney() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(5_000);
    var paid = trial.order(customer, 2, tea);
    assertThat(orders().place(trial.placement(customer, paid, true)))
        .isInstanceOf(Placed.Stored.class);
    trial.close(customer, 3_000);
    var stored = orders().find(paid.id()).orElseThrow().order();
    var cancellation = new Cancellation(Cause.OPERATIONS, "not delivered", List.of());
    var after = trial.given(stored.cancel(cancellation, OrderTrial.now(), trial.by()));
    assertThat(after.state().payment()).isEqualTo(Payment.REFUNDED);
    assertThat(trial.balance(customer.pocket())).isEqualTo("0/0");
    assertThat(trial.balance(OrderTransfers.unclaimed(OrderTrial.USD.code()))).isEqualTo("2000/0");
    assertThat(trial.balance(OrderTransfers.revenue(OrderTrial.USD.code()))).isEqualTo("0/0");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("5/0");
    assertThat(orders().reconcile().isBalanced()).isTrue();
  }

  @Test
  default void anExpiredOrderIsShownAtOnceAndReleasedByTheJob() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var lasting = trial.placed(customer, trial.order(customer, 1, tea));
    var order = trial.placed(customer, trial.order(customer, Duration.ofSeconds(1), 2, tea));
    var confirmation = (Granted) order.confirm(order.placedAt(), trial.by());
    awaitEnd(order);
    var shown = orders().find(order.id()).orElseThrow().order();
    assertThat(shown.state().cause()).isEqualTo(Cause.EXPIRED);
    assertThat(ids(Status.OPEN)).containsExactly(lasting.id());
    assertThat(ids(Status.CANCELLED)).containsExactly(order.id());
    assertThat(orders().save(confirmation)).isEqualTo(new Saved.Stale());
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/3000");
    assertThat(orders().expire(200)).isEqualTo(1);
    assertThat(orders().expire(200)).isZero();
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/1000");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("5/1");
    assertThat(orders().find(order.id()).orElseThrow().order().state()).isEqualTo(shown.state());
    assertThat(actions("order.cancelled")).hasSize(1);
    assertThat(orders().reconcile().isBalanced()).isTrue();
  }

  private void awaitEnd(Order order) {
    ConcurrentCalls.await(
        "order " + order.id() + " is cancelled",
        () -> orders().find(order.id()).orElseThrow().order().state().isCancelled());
  }

  private List<OrderId> ids(Status status) {
    var filter = new OrderQuery.Filter(null, status, null, null, null, null, null);
    return orders().list(new OrderQuery(filter, null, 9)).stream().map(Order::id).toList();
  }

  private List<AuditEntry> actions(String prefix) {
    return audit().stream().filter(entry -> entry.action().startsWith(prefix)).toList();
  }
}
