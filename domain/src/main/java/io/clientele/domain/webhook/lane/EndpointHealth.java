package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows of an endpoint from its own deliveries. Immutable.
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

  /**
   * Returns the health of an endpoint that this instance has not tried.
   *
   * @param failingSince what the webhook says; null if its last delivery succeeded
   */
  public static EndpointHealth untried(@Nullable Instant failingSince) {
    return new EndpointHealth(0, null, failingSince, null);
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

  private Instant since(Instant now) {
    return failingSince == null ? now : failingSince;
  }

  private @Nullable Instant busyUntil(DeliveryOutcome outcome, Instant now) {
    return outcome.isBusy() ? now.plus(RetrySchedule.busyFor(outcome)) : busyUntil;
  }
}
