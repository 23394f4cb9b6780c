package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is in flight.
 *
 * @param lane null for a test message
 * @param event null for a test message
 * @param replay set if the event is sent again
 */
record Attempt(
    Endpoint endpoint,
    UUID id,
    @Nullable HeldLane lane,
    @Nullable Event event,
    @Nullable Replayed replay,
    Instant at,
    int number) {

  /**
   * An attempt that has ended.
   *
   * @param result null if nothing was sent, because the event could not be read
   */
  record Ended(Attempt attempt, @Nullable DeliveryResult result) {}

  /** This attempt as it is kept. */
  DeliveryAttempt record(DeliveryResult result) {
    var of = event;
    return new DeliveryAttempt(
        endpoint.webhook().id(),
        at,
        id,
        of == null ? null : of.position(),
        of == null ? null : of.published().about().account(),
        number,
        result);
  }
}
