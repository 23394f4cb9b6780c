package io.clientele.archrules.loose.application;

/** Does nothing that anyone can ask for. */
public final class RentShop {
  void rent() {}
}
