package io.clientele.http.event;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/** Limits the requests that wait for events at once. Safe for use by many threads. */
final class WaitingReaders {
  private static final int MAX = 200;
  private static final int CALLER_MAX = 20;

  private final Map<String, Integer> ofCaller = new HashMap<>();
  private int all;

  /** One place in the list of waiting readers. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place for a caller until it is closed.
   *
   * @throws ProblemException with a 503 if there is none
   */
  synchronized Place enter(String caller) {
    if (all >= MAX || ofCaller.getOrDefault(caller, 0) >= CALLER_MAX) {
      throw new ProblemException(Problem.unavailable());
    }
    all++;
    ofCaller.merge(caller, 1, Integer::sum);
    return () -> leave(caller);
  }

  private synchronized void leave(String caller) {
    all--;
    ofCaller.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
  }
}
