package io.clientele.archrules.loose.application;

/** Keeps state. */
public final class CountShops {
  private long shops;

  public long count() {
    return shops++;
  }
}
