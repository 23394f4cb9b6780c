package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.webhook.WebhookId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Stores redeliveries. Safe for use by many threads; throws {@code PortUnavailable}. */
public interface Redeliveries {
  /** The greatest number of redeliveries of a webhook that are not done. */
  int OPEN_MAX = 10;

  /** The greatest number of positions that {@link #open} returns of a redelivery. */
  int LEFT_MAX = 1_000;

  /** Stores a new redelivery with the response that is kept for its idempotency key. */
  Added add(Change<Redelivery> requested);

  /** Returns a redelivery; empty if it does not exist, or is of another webhook. */
  Optional<Redelivery> find(WebhookId webhook, RedeliveryId id);

  /** Returns the redeliveries of all webhooks that are not done, the oldest first. */
  List<Open> open();

  /** Stores that events of a redelivery are sent; those that are stored already count once. */
  void sent(RedeliveryId id, Collection<Sent> events);

  /** What is left of a redelivery: up to {@link #LEFT_MAX} positions, the smallest ones. */
  record Open(RedeliveryId id, WebhookId webhook, List<EventPosition> left) {
    public Open {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(webhook, "webhook");
      left = List.copyOf(Objects.requireNonNull(left, "left"));
    }
  }

  /** An event that was sent. */
  record Sent(EventPosition position, boolean isDelivered) {
    public Sent {
      Objects.requireNonNull(position, "position");
    }
  }

  /** The result of storing a redelivery. */
  enum Added {
    STORED,
    /** The idempotency key is in use, or has its response; nothing was stored. */
    KEY_IN_USE,
    /** The webhook has as many open redeliveries as it may have; nothing was stored. */
    TOO_MANY,
    /** There is no such webhook; nothing was stored. */
    NO_SUCH_WEBHOOK
  }
}
