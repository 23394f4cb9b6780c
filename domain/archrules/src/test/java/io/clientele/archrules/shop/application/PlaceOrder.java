package io.clientele.archrules.shop.application;

import io.clientele.archrules.shop.domain.Order;
import io.clientele.archrules.shop.domain.Orders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Clean: a use case in two forms, with an injected clock and random generator. */
public final class PlaceOrder {
  private final Orders orders;
  private final InstantSource clock;
  private final RandomGenerator random;

  public PlaceOrder(Orders orders, InstantSource clock, RandomGenerator random) {
    this.orders = orders;
    this.clock = clock;
    this.random = random;
  }

  public void place(Order order) {
    orders.keep(order);
  }

  public void place(int... lines) {
    Instant at = clock.instant();
    place(new Order(at, lines.length == 0 ? new int[] {random.nextInt()} : lines));
  }
}
