package io.clientele.http.server;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the turns of unproven connections in the order of their arrival, few at once. The scheduler
 * of virtual threads is first-in, first-out: without this queue, a thousand clients that connect at
 * once would stand between an established connection and the cores. The limit of open connections
 * bounds the queue, because a connection has at most one turn. Safe for use by many threads.
 */
final class NewConnectionQueue {
  private final Executor threads;
  private final int runningMax;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int running;

  /**
   * Creates an empty queue.
   *
   * @param threads runs each turn on a thread of its own
   * @param runningMax turns that run at once
   */
  NewConnectionQueue(Executor threads, int runningMax) {
    this.threads = threads;
    this.runningMax = runningMax;
  }

  /** Runs this turn at once, or after those that wait. Each turn calls {@link #end} once. */
  void add(Runnable turn) {
    if (hasPlace(turn)) {
      threads.execute(turn);
    }
  }

  /** Ends one turn that runs, and starts the next one. */
  void end() {
    var next = next();
    if (next != null) {
      threads.execute(next);
    }
  }

  private synchronized boolean hasPlace(Runnable turn) {
    if (running < runningMax) {
      running++;
      return true;
    }
    waiting.addLast(turn);
    return false;
  }

  private synchronized @Nullable Runnable next() {
    var next = waiting.pollFirst();
    if (next == null) {
      running--;
    }
    return next;
  }
}
