package io.clientele.archrules.shop.application;

import io.clientele.archrules.shop.domain.Order;
import io.clientele.archrules.shop.domain.Orders;

final class KeepsOrdersItself implements Orders {
  @Override
  public void keep(Order order) {}
}
