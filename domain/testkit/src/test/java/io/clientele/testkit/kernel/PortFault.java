package io.clientele.testkit.kernel;

import java.util.function.Function;

/**
 * A fault that a port might have, and the test of its contract that finds it.
 *
 * @param <M> the port in memory
 * @param <P> the port
 */
public record PortFault<M, P>(String fault, String redTest, Function<M, P> breaking) {
  @Override
  public String toString() {
    return fault;
  }
}
