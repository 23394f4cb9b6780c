package io.clientele.domain.operation;

import java.time.Duration;
import java.util.Objects;

/**
 * How many operations wait.
 *
 * @param queued operations that wait or run
 * @param oldest the time since the acceptance of the oldest of them; zero if there is none
 */
public record OperationFigures(long queued, Duration oldest) {
  public OperationFigures {
    Objects.requireNonNull(oldest, "oldest");
  }
}
