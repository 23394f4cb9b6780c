package io.clientele.http.limits;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits the streams that are open at once, and those of one reader. Safe for use by many threads.
 */
public final class StreamLimiter {
  private final int max;
  private final int readerMax;
  private final Map<String, Integer> ofReader = new HashMap<>();
  private int all;

  public StreamLimiter(int max, int readerMax) {
    this.max = max;
    this.readerMax = readerMax;
  }

  /** The place of one stream. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place for a stream of a reader until it is closed.
   *
   * @throws ProblemException with a 503 if there is none
   */
  public synchronized Place enter(String reader) {
    if (all >= max || ofReader.getOrDefault(reader, 0) >= readerMax) {
      throw new ProblemException(Problem.unavailable());
    }
    all++;
    ofReader.merge(reader, 1, Integer::sum);
    return () -> leave(reader);
  }

  private synchronized void leave(String reader) {
    all--;
    ofReader.computeIfPresent(reader, (same, count) -> count == 1 ? null : count - 1);
  }
}
