package io.clientele.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.product.Product;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.order.OrderTrial;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A rebuild of summaries beside orders that are placed and changed. */
class OrderSummaryRebuildIT {
  private static final int WRITERS = 4;
  private static final int ORDERS = 60;

  /** The digests of the stored summaries and of what they should be, of one instant. */
  private static final String DIGESTS =
      """
      SELECT
        (SELECT md5(string_agg(one::text, ';' ORDER BY order_id)) FROM order_summary AS one),
        (SELECT md5(string_agg(one::text, ';' ORDER BY order_id)) FROM order_summary_truth AS one)
      """;

  private final JdbcOrdersIT stores = new JdbcOrdersIT();
  private final OrderTrial trial = new OrderTrial(stores);

  private boolean isTrue() {
    return stores
        .database()
        .requests()
        .list(DIGESTS, row -> row.getString(1).equals(row.getString(2)))
        .getFirst();
  }

  @Test
  void afterARebuildUnderLoadTheSummariesAreTheTruth() {
    var tea = trial.goods(10_000);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < WRITERS; i++) {
      customers.add(trial.customer(1_000_000));
    }
    write(customers.getFirst(), tea);
    assertThat(isTrue()).isTrue();
    stores
        .database()
        .requests()
        .update("UPDATE order_summary SET payment = 'RELEASED', title = 'x', version = 99");
    assertThat(isTrue()).isFalse();

    var running = new AtomicInteger(WRITERS);
    var rebuilds =
        ConcurrentCalls.together(
            WRITERS + 1,
            thread -> {
              if (thread == WRITERS) {
                return rebuildWhile(running);
              }
              write(customers.get(thread), tea);
              running.decrementAndGet();
              return 0;
            });

    assertThat(rebuilds.getLast()).isPositive();
    assertThat(isTrue()).isTrue();
  }

  private int rebuildWhile(AtomicInteger running) {
    var rebuilds = 0;
    do {
      rebuild();
      rebuilds++;
    } while (running.get() > 0);
    return rebuilds;
  }

  private void rebuild() {
    for (var last = stores.summaries().rebuild(null); last != null; ) {
      last = stores.summaries().rebuild(last);
    }
  }

  /** Places orders; confirms or cancels some of them. */
  private void write(OrderTrial.Customer customer, Product tea) {
    for (var i = 0; i < ORDERS; i++) {
      try {
        var placement = trial.placement(customer, trial.order(customer, 1, tea), i % 3 == 0);
        change(((Placed.Stored) stores.orders().place(placement)).order(), i);
      } catch (PortUnavailable busy) {
        // The order is one of those that are not placed or not changed.
      }
    }
  }

  private void change(Order order, int i) {
    if (i % 3 == 1) {
      stores.orders().save((Granted) order.confirm(OrderTrial.now(), trial.by()));
    } else if (i % 3 == 2) {
      var whole = Cancellation.whole(Cause.CUSTOMER);
      stores.orders().save((Granted) order.cancel(whole, OrderTrial.now(), trial.by()));
    }
  }
}
