package io.clientele.archrules.shop.db;

import io.clientele.archrules.shop.domain.Order;
import io.clientele.archrules.shop.domain.Orders;

/** Clean: a driven adapter. */
public final class JdbcOrders implements Orders {
  @Override
  public void keep(Order order) {}
}
