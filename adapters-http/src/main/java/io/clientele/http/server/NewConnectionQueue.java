package io.clientele.http.server;

import io.clientele.http.limits.CpuBulkhead;
import java.util.concurrent.Executor;

/**
 * Runs the turns of connections that are not established within a bulkhead. The scheduler of
 * virtual threads is first-in, first-out: without turns, a thousand clients that connect at once
 * would stand between an established connection and the cores. Safe for use by many threads.
 *
 * @param threads runs each turn that reads a request, on a thread of its own
 */
record NewConnectionQueue(CpuBulkhead bulkhead, Executor threads) {
  /** Sets up a connection on one of these threads, in a turn that ends with it. */
  void addSetUp(Runnable setUp, Executor setUpThreads) {
    bulkhead.addConnection(
        () ->
            setUpThreads.execute(
                () -> {
                  try {
                    setUp.run();
                  } finally {
                    end();
                  }
                }));
  }

  /** Runs this turn at once, or after those that wait. Each turn calls {@link #end} once. */
  void add(Runnable turn) {
    bulkhead.addConnection(() -> threads.execute(turn));
  }

  /** Ends one turn that runs, and starts the next one. */
  void end() {
    bulkhead.end();
  }
}
