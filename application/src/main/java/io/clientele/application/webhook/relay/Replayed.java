package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.webhook.delivery.RedeliveryId;

/** An event that is sent again for a redelivery. Two of one redelivery and position are equal. */
record Replayed(RedeliveryId redelivery, Event event) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Replayed of
        && of.redelivery.equals(redelivery)
        && of.event.position().equals(event.position());
  }

  @Override
  public int hashCode() {
    return event.position().hashCode();
  }
}
