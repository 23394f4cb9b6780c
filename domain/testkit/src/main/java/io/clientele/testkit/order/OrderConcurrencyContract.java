package io.clientele.testkit.order;

import static io.clientele.testkit.order.OrderTrial.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.order.Orders.Placed;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What parallel calls never break; a contract of every store of orders. */
public interface OrderConcurrencyContract extends OrdersUnderTest {
  @Test
  default void ofManyOrdersOfOneUnitExactlyOneIsHeld() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(1);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < 24; i++) {
      customers.add(trial.customer(1_000));
    }
    var placed =
        ConcurrentCalls.together(
            24,
            i -> {
              var customer = customers.get(i);
              return orders().place(trial.placement(customer, trial.order(customer, 1, tea)));
            });
    assertThat(placed).filteredOn(Placed.Stored.class::isInstance).hasSize(1);
    assertThat(placed).filteredOn(Placed.OutOfStock.class::isInstance).hasSize(23);
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("1/1");
    assertThat(orders().reconcile().isBalanced()).isTrue();
  }

  @Test
  default void ofParallelRequestsOfOneIdOneIsStored() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(9);
    var customer = trial.customer(100_000);
    var placement = trial.placement(customer, trial.order(customer, 1, tea));
    var placed = ConcurrentCalls.together(8, i -> orders().place(placement));
    assertThat(placed).filteredOn(Placed.Stored.class::isInstance).hasSize(1);
    assertThat(placed).filteredOn(Placed.Replayed.class::isInstance).hasSize(7);
    assertThat(trial.balance(customer.pocket())).isEqualTo("100000/1000");
  }

  @Test
  default void ofParallelOrdersOfOneAccountNoMoreAreHeldThanItMay() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(100);
    var customer = trial.customer(100_000);
    var placed =
        ConcurrentCalls.together(
            12,
            i ->
                orders().place(trial.placement(customer, trial.order(customer, 1, tea), false, 3)));
    assertThat(placed).filteredOn(Placed.Stored.class::isInstance).hasSize(3);
    assertThat(placed).filteredOn(Placed.TooManyOpen.class::isInstance).hasSize(9);
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("100/3");
  }
}
