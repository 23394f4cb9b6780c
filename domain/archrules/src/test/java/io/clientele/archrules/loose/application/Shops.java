package io.clientele.archrules.loose.application;

/** What others are built on: not a use case. */
class Shops implements AutoCloseable {
  int open;

  public void add() {
    open++;
  }

  @Override
  public void close() {
    open--;
  }
}
