package io.clientele.http.server;

import java.util.OptionalInt;

/**
 * How requests of the store come in, beside those of operations.
 *
 * @param port of a listener that alone serves the store; 0 takes any free one; empty where the
 *     store shares the port of operations
 * @param connectionsMax of that listener; more are not accepted until others close
 * @param workMax requests of the store that are processed at once; others wait
 */
public record StoreIngress(OptionalInt port, int connectionsMax, int workMax) {
  /** The store on the port of operations. */
  public static final StoreIngress SHARED = new StoreIngress(OptionalInt.empty(), 1000, 48);

  /** Returns the same limits on a port of the store alone. */
  public StoreIngress on(int own) {
    return new StoreIngress(OptionalInt.of(own), connectionsMax, workMax);
  }
}
