package io.clientele.archrules.shop.db;

import io.clientele.archrules.shop.domain.Ledger;
import io.clientele.archrules.shop.domain.Order;

final class ExtendsTheCore extends Ledger {
  @Override
  public void post(Order order) {}
}
