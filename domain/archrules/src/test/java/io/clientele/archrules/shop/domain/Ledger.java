package io.clientele.archrules.shop.domain;

/** A port that is no interface. */
public abstract class Ledger {
  public abstract void post(Order order);
}
