package io.clientele.archrules.shop.bootstrap;

import io.clientele.archrules.shop.application.PlaceOrder;
import io.clientele.archrules.shop.db.JdbcOrders;
import io.clientele.archrules.shop.web.OrderRoutes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Clean: wires. */
public final class Main {
  private final OrderRoutes routes;

  @Inject
  Main(JdbcOrders orders) {
    routes =
        new OrderRoutes(
            new PlaceOrder(orders, InstantSource.system(), RandomGenerator.getDefault()));
  }

  OrderRoutes routes() {
    return routes;
  }
}
