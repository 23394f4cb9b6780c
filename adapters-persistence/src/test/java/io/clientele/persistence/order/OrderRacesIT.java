package io.clientele.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.order.Orders.Saved;
import io.clientele.domain.order.Placement;
import io.clientele.domain.product.Product;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.order.OrderTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Tests parallel orders on a real server. */
class OrderRacesIT {
  private static final int UNITS = 100;
  private static final int ORDERS = 150;
  private static final int RACES = 1_000;
  private static final int RACERS = 20;
  private static final int THREADS = 6;
  private static final int CUSTOMERS = 20;
  private static final int CALLERS = 100;

  private final JdbcOrdersIT stores = new JdbcOrdersIT();
  private final OrderTrial trial = new OrderTrial(stores);

  @Test
  void of150OrdersOf100UnitsExactly100AreHeldAndTheOthersAreTold() {
    var tea = trial.goods(UNITS);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < THREADS; i++) {
      customers.add(trial.customer(1_000_000));
    }
    var next = new AtomicInteger();
    var counts =
        ConcurrentCalls.together(
            THREADS,
            thread -> {
              var held = 0;
              while (next.getAndIncrement() < ORDERS) {
                var customer = customers.get(thread);
                var placed = place(trial.placement(customer, trial.order(customer, 1, tea)));
                assertThat(placed).isInstanceOfAny(Placed.Stored.class, Placed.OutOfStock.class);
                held += placed instanceof Placed.Stored ? 1 : 0;
              }
              return held;
            });
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(UNITS);
    assertThat(trial.balance(OrderTrial.stock(tea.id()).main())).isEqualTo("100/100");
    assertThat(stores.orders().reconcile().isBalanced()).isTrue();
  }

  @Test
  void of1000ParallelOrdersOfOneUnitExactlyOneIsHeld() {
    var tea = trial.goods(1);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < CUSTOMERS; i++) {
      customers.add(trial.customer(1_000_000));
    }
    var held =
        ConcurrentCalls.together(
            CALLERS,
            thread -> {
              var customer = customers.get(thread % CUSTOMERS);
              var count = 0;
              for (var i = 0; i < 1_000 / CALLERS; i++) {
                var placed = place(trial.placement(customer, trial.order(customer, 1, tea)));
                assertThat(placed).isInstanceOfAny(Placed.Stored.class, Placed.OutOfStock.class);
                count += placed instanceof Placed.Stored ? 1 : 0;
              }
              return count;
            });
    assertThat(held.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(trial.balance(OrderTrial.stock(tea.id()).main())).isEqualTo("1/1");
    assertThat(stores.orders().reconcile().isBalanced()).isTrue();
  }

  /**
   * An order that was not decided in time is sent again, as clients do; it may be stored already.
   */
  private Placed place(Placement placement) {
    for (var isRepeated = false; ; isRepeated = true) {
      try {
        var placed = stores.orders().place(placement);
        return isRepeated && placed instanceof Placed.Replayed first
            ? new Placed.Stored(first.order())
            : placed;
      } catch (PortUnavailable busy) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  @Test
  void ofAConfirmationAndTheEndOfTheHoldExactlyOneWinsAThousandTimes() {
    var tea = trial.goods(RACES);
    var customers = new ArrayList<OrderTrial.Customer>();
    for (var i = 0; i < RACERS; i++) {
      customers.add(trial.customer(RACES * OrderTrial.PRICE));
    }
    var running = new AtomicInteger(RACERS);
    var results =
        ConcurrentCalls.together(
            RACERS + 1,
            thread ->
                thread == RACERS
                    ? expireWhile(running)
                    : races(customers.get(thread), tea, running));
    var expired = results.getLast();
    var confirmed = results.stream().mapToInt(Integer::intValue).sum() - expired;
    assertThat(confirmed + expired).isEqualTo(RACES);
    assertThat(List.of(confirmed, expired)).allMatch(wins -> wins > RACES / 100);
    assertThat(trial.balance(OrderTrial.stock(tea.id()).sold())).isEqualTo(confirmed + "/0");
    assertThat(trial.balance(OrderTrial.stock(tea.id()).main())).isEqualTo(expired + "/0");
    assertThat(stores.orders().reconcile().isBalanced()).isTrue();
  }

  private int expireWhile(AtomicInteger running) {
    var expired = 0;
    while (running.get() > 0) {
      expired += expire(200);
    }
    return expired + expire(RACES);
  }

  /** An expiry that waits too long for a lock runs again, as its job does. */
  private int expire(int max) {
    while (true) {
      try {
        return stores.orders().expire(max);
      } catch (PortUnavailable busy) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /** Confirms orders around the last instant at which it is possible; returns how often it was. */
  private int races(OrderTrial.Customer customer, Product tea, AtomicInteger running) {
    var confirmed = 0;
    for (var race = 0; race < RACES / RACERS; race++) {
      var order = trial.ending(customer, Duration.ofMillis(150), tea);
      assertThat(place(trial.placement(customer, order))).isInstanceOf(Placed.Stored.class);
      await(order.expiresAt().plusMillis(ThreadLocalRandom.current().nextLong(-90, 10)));
      var confirmation = (Granted) order.at(1).confirm(order.placedAt(), trial.by());
      confirmed += isConfirmed(confirmation) ? 1 : 0;
    }
    await(Instant.now().plusMillis(150));
    running.decrementAndGet();
    return confirmed;
  }

  private boolean isConfirmed(Granted confirmation) {
    while (true) {
      try {
        return stores.orders().save(confirmation) instanceof Saved.Stored;
      } catch (PortUnavailable busy) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static void await(Instant at) {
    while (Instant.now().isBefore(at)) {
      LockSupport.parkNanos(100_000);
    }
  }
}
