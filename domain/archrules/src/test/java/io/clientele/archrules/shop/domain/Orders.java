package io.clientele.archrules.shop.domain;

/** Clean: a driven port. */
public interface Orders {
  void keep(Order order);
}
