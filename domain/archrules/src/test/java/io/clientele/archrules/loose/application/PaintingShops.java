package io.clientele.archrules.loose.application;

/** The verb ends within a word. */
public final class PaintingShops {
  public void paint() {}
}
