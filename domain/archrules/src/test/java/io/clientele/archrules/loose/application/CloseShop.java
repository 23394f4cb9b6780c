package io.clientele.archrules.loose.application;

/** Clean. */
public final class CloseShop {
  private final String name;

  public CloseShop(String name) {
    this.name = name;
  }

  /** Beside the instance, so no second thing that it does. */
  public static CloseShop of(String name) {
    return new CloseShop(name);
  }

  public String close() {
    return name;
  }
}
