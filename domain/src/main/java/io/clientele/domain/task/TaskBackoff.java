package io.clientele.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The backoff of failed tasks. */
public final class TaskBackoff {
  /** The number of attempts after which a task becomes a dead letter: after about 57 minutes. */
  public static final int ATTEMPTS_MAX = 10;

  private static final double JITTER = 0.2;
  private static final Duration LAST = Duration.ofMinutes(12);
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofSeconds(150),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  private TaskBackoff() {}

  /**
   * Returns the earliest time of the next attempt, give or take a fifth of the wait; empty if there
   * is none.
   *
   * @param attempt the number of the attempt that failed, from 1
   */
  public static Optional<Instant> next(int attempt, Instant now, RandomGenerator random) {
    if (attempt >= ATTEMPTS_MAX) {
      return Optional.empty();
    }
    var wait = attempt <= FIRST.size() ? FIRST.get(attempt - 1) : LAST;
    var part = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Optional.of(now.plusMillis((long) (wait.toMillis() * part)));
  }
}
