package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** When an event that was not delivered is tried again. */
public final class RetrySchedule {
  private static final double JITTER = 0.2;
  private static final Duration BUSY_MIN = Duration.ofSeconds(60);
  private static final Duration LAST = Duration.ofMinutes(12);
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofSeconds(150),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  private RetrySchedule() {}

  /**
   * Returns the earliest time of the next attempt: after 5 s, 15 s, 1 min, 2.5 min, 5 min, 10 min,
   * then 12 min, give or take a fifth. A busy endpoint is left alone for as long as it asks, 60
   * seconds to 24 hours.
   *
   * @param attempt the number of the attempt that failed, from 1
   * @param outcome of that attempt
   */
  public static Instant next(
      int attempt, DeliveryOutcome outcome, Instant now, RandomGenerator random) {
    if (outcome.isBusy()) {
      return now.plus(busyFor(outcome));
    }
    var wait = attempt <= FIRST.size() ? FIRST.get(attempt - 1) : LAST;
    var part = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return now.plusMillis((long) (wait.toMillis() * part));
  }

  /** How long an endpoint that is busy is left alone. */
  static Duration busyFor(DeliveryOutcome outcome) {
    var asked = outcome instanceof DeliveryOutcome.Refused refused ? refused.retryAfter() : null;
    if (asked == null || asked.compareTo(BUSY_MIN) < 0) {
      return BUSY_MIN;
    }
    return asked.compareTo(DeliveryOutcome.RETRY_AFTER_MAX) > 0
        ? DeliveryOutcome.RETRY_AFTER_MAX
        : asked;
  }
}
