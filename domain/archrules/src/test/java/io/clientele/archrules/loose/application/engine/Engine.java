package io.clientele.archrules.loose.application.engine;

/** Supports use cases and is none. */
public final class Engine {
  private int turns;

  public void turn() {
    turns++;
  }

  public int turns() {
    return turns;
  }
}
