package io.clientele.archrules.loose.application;

/** Does two things. */
public final class MoveShop {
  public void move() {}

  public void furnish() {}
}
