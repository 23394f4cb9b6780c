package io.clientele.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.order.Orders.Placed;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.order.OrderTrial;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Orders that arrive together share the transactions of the ledger. */
class OrderBatchesIT {
  private static final int ORDERS = 60;

  private final JdbcOrdersIT stores = new JdbcOrdersIT();
  private final OrderTrial trial = new OrderTrial(stores);

  @Test
  void ordersOfOneSkuShareTransactionsAndAShortOneIsRefusedAlone() {
    var tea = trial.goods(ORDERS - 1);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < ORDERS; i++) {
      customers.add(trial.customer(1_000));
    }
    var placed =
        ConcurrentCalls.together(
            ORDERS,
            i -> {
              var customer = customers.get(i);
              return stores
                  .orders()
                  .place(trial.placement(customer, trial.order(customer, 1, tea)));
            });
    assertThat(placed).filteredOn(Placed.Stored.class::isInstance).hasSize(ORDERS - 1);
    assertThat(placed).filteredOn(Placed.OutOfStock.class::isInstance).hasSize(1);
    var transactions =
        TestPostgres.V18
            .shared()
            .work()
            .list("SELECT count(DISTINCT xmin::text) FROM orders", row -> row.getInt(1))
            .getFirst();
    assertThat(transactions).isLessThan(ORDERS - 1);
    assertThat(stores.orders().reconcile().isBalanced()).isTrue();
  }
}
