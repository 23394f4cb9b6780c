package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells an event that an endpoint does not take, a poison, from an endpoint that takes nothing, an
 * outage. A failure counts only if the endpoint took something else since the failure that counted
 * before: during an outage no failure counts after the first.
 */
public final class PoisonRule {
  /** So many counted failures make a dead letter. */
  public static final int COUNTED_MAX = 8;

  /** The first and the last counted failure are at least so far apart. */
  public static final Duration SPAN_MIN = Duration.ofMinutes(30);

  private PoisonRule() {}

  /**
   * Adds a failure of the first event of a lane to its failures.
   *
   * @param endpoint before this failure
   */
  public static LaneFailures judge(
      LaneFailures lane, EndpointHealth endpoint, DeliveryOutcome outcome, Instant now) {
    return outcome.isBusy() || needsProof(lane, endpoint) ? lane.uncounted() : lane.counted(now);
  }

  /**
   * Whether the next failure would not count, because nothing shows that the endpoint takes other
   * messages: a test message is to be sent.
   */
  public static boolean needsProof(LaneFailures lane, EndpointHealth endpoint) {
    var last = lane.lastCounted();
    var success = endpoint.lastSuccess();
    return last != null && (success == null || !success.isAfter(last));
  }

  /** Whether the event is a poison and is set aside. */
  public static boolean isPoison(LaneFailures lane) {
    return lane.counted() >= COUNTED_MAX && lane.span().compareTo(SPAN_MIN) >= 0;
  }
}
