package io.clientele.http.server;

import io.clientele.http.limits.CpuBulkhead;
import java.util.concurrent.Executor;

/**
 * Runs the turns of connections that are not established within a bulkhead, each on a thread of its
 * own. The scheduler of virtual threads is first-in, first-out: without turns, a thousand clients
 * that connect at once would stand between an established connection and the cores. Safe for use by
 * many threads.
 *
 * @param threads runs each turn on a thread of its own
 */
record NewConnectionQueue(CpuBulkhead bulkhead, Executor threads) {
  /** Runs this task in a turn that ends with it. */
  void add(Runnable task) {
    addTurn(
        () -> {
          try {
            task.run();
          } finally {
            end();
          }
        });
  }

  /** Runs this turn at once, or after those that wait. Each turn calls {@link #end} once. */
  void addTurn(Runnable turn) {
    bulkhead.addConnection(() -> threads.execute(turn));
  }

  /** Ends one turn that runs, and starts the next one. */
  void end() {
    bulkhead.end();
  }
}
