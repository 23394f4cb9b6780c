package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.webhook.WebhookEvent;
import io.clientele.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Events that are sent again, each once, in ascending order, between the live messages of their
 * lanes.
 *
 * @param positions of the events, ascending, 1 to {@link #EVENTS_MAX}
 * @param sent how many are sent, delivered or not
 * @param failed how many of these the endpoint did not take
 */
public record Redelivery(
    RedeliveryId id,
    WebhookId webhook,
    Instant createdAt,
    List<EventPosition> positions,
    int sent,
    int failed) {
  /** The greatest number of events of a redelivery. */
  public static final int EVENTS_MAX = 10_000;

  public Redelivery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(positions, "positions");
    positions = List.copyOf(new TreeSet<>(positions));
    if (positions.isEmpty() || positions.size() > EVENTS_MAX) {
      throw new InvalidValue("events", "must be 1 to " + EVENTS_MAX);
    }
  }

  /** Requests that these events are sent again. */
  public static Change<Redelivery> request(
      RedeliveryId id, WebhookId webhook, List<EventPosition> positions, Provenance by) {
    var redelivery = new Redelivery(id, webhook, by.at(), positions, 0, 0);
    var event = new WebhookEvent.RedeliveryRequested(redelivery.positions.size());
    return Change.of(redelivery, event, by);
  }

  /** Whether all events are sent. */
  public boolean isDone() {
    return sent == positions.size();
  }
}
