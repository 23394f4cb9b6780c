package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint takes messages. Instances share it: each reports what it observes, and {@link
 * #then} adds a report to what is known. Immutable.
 *
 * @param failuresInRow deliveries that failed since the last success
 * @param lastSuccess of a delivery or a test message; null if there was none yet
 * @param failingSince the first failure since the last success; null if none failed
 * @param busyUntil until when the endpoint asked to wait; null if it did not
 */
public record EndpointHealth(
    int failuresInRow,
    @Nullable Instant lastSuccess,
    @Nullable Instant failingSince,
    @Nullable Instant busyUntil) {
  /** So many failures in a row, and no success for {@link #DOWN_AFTER}: the endpoint is down. */
  public static final int DOWN_FAILURES = 5;

  /** How long an endpoint has had no success when it is down. */
  public static final Duration DOWN_AFTER = Duration.ofSeconds(30);

  /** How often a test message is sent to an endpoint that is down. */
  public static final Duration PROBE_PERIOD = Duration.ofSeconds(30);

  /** After this time of nothing but failures, the webhook is disabled. */
  public static final Duration DISABLED_AFTER = Duration.ofDays(5);

  /** The health of an endpoint that was not tried; as a report, that nothing was observed. */
  public static final EndpointHealth UNTRIED = new EndpointHealth(0, null, null, null);

  /**
   * Returns the health after what one instance observed. A success ends the failures before it,
   * those of other instances included.
   *
   * @param observed what happened since {@link #UNTRIED}
   */
  public EndpointHealth then(EndpointHealth observed) {
    var success = observed.lastSuccess;
    if (success != null && (failingSince == null || !success.isBefore(failingSince))) {
      return new EndpointHealth(
          observed.failuresInRow,
          later(lastSuccess, success),
          observed.failingSince,
          observed.busyUntil);
    }
    return new EndpointHealth(
        failuresInRow + observed.failuresInRow,
        later(lastSuccess, success),
        failingSince == null ? observed.failingSince : failingSince,
        later(busyUntil, observed.busyUntil));
  }

  /** Returns the health of an endpoint whose webhook is started again: failures are forgotten. */
  public EndpointHealth restarted() {
    return new EndpointHealth(0, lastSuccess, null, null);
  }

  /** After a delivery, or a test message, that succeeded. */
  public EndpointHealth succeeded(Instant now) {
    return new EndpointHealth(0, now, null, null);
  }

  /** After a delivery that failed. */
  public EndpointHealth failed(DeliveryOutcome outcome, Instant now) {
    return new EndpointHealth(failuresInRow + 1, lastSuccess, since(now), busyUntil(outcome, now));
  }

  /** After a test message that failed: it is no delivery. */
  public EndpointHealth probeFailed(DeliveryOutcome outcome, Instant now) {
    return new EndpointHealth(failuresInRow, lastSuccess, since(now), busyUntil(outcome, now));
  }

  /** Whether the endpoint is down: then lanes wait, and only test messages are sent. */
  public boolean isDown(Instant now) {
    return failuresInRow >= DOWN_FAILURES
        && (lastSuccess == null || !lastSuccess.plus(DOWN_AFTER).isAfter(now));
  }

  /** Whether the endpoint asked to wait longer. */
  public boolean isBusy(Instant now) {
    return busyUntil != null && busyUntil.isAfter(now);
  }

  /** Whether there has been nothing but failures for so long that the webhook is disabled. */
  public boolean isGivenUp(Instant now) {
    return failingSince != null && !failingSince.plus(DISABLED_AFTER).isAfter(now);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private Instant since(Instant now) {
    return failingSince == null ? now : failingSince;
  }

  private @Nullable Instant busyUntil(DeliveryOutcome outcome, Instant now) {
    return outcome.isBusy() ? now.plus(RetrySchedule.busyFor(outcome)) : busyUntil;
  }
}
