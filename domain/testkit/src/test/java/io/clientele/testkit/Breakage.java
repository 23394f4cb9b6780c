package io.clientele.testkit;

import java.util.function.Function;

/**
 * A fault that a port might have, and the test of its contract that finds it.
 *
 * @param <M> the port in memory
 * @param <P> the port
 */
record Breakage<M, P>(String fault, String redTest, Function<M, P> breaking) {
  @Override
  public String toString() {
    return fault;
  }
}
