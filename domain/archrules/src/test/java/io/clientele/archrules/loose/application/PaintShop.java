package io.clientele.archrules.loose.application;

/** Does what its name does not say. */
public final class PaintShop {
  public void execute() {}
}
