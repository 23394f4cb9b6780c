package io.clientele.domain.task;

import java.time.Duration;
import java.util.Objects;

/**
 * How many tasks there are.
 *
 * @param waiting tasks that wait or run
 * @param dead dead letters
 * @param oldest for how long the oldest task that is due has been due; zero if none is
 */
public record TaskFigures(long waiting, long dead, Duration oldest) {
  public TaskFigures {
    Objects.requireNonNull(oldest, "oldest");
  }
}
