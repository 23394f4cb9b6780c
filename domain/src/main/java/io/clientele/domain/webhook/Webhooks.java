package io.clientele.domain.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores webhooks. One call is one transaction, which also appends its events to the audit trail.
 * Safe for use by many threads; throws {@code PortUnavailable}.
 */
public interface Webhooks {
  /** Returns the webhook as last stored; empty if it does not exist or was removed. */
  Optional<Webhook> find(WebhookId id);

  /** Returns all webhooks, at most {@link Webhook#WEBHOOKS_MAX}, the oldest first. */
  List<Webhook> all();

  /** Stores a new webhook with its lanes, which begin after this position. */
  Added add(Change<Webhook> created, EventPosition after);

  /**
   * Stores a change under the next version. Must not be called with an empty change.
   *
   * @param after each lane continues after this position, whether it lies ahead or behind; null
   *     leaves the lanes where they are
   */
  Saved save(Change<Webhook> changed, @Nullable EventPosition after);

  /** Removes the webhook with its lanes, attempts, dead letters and redeliveries. */
  Saved remove(Change<Webhook> removal);

  /** Stores since when deliveries fail, null after a success; keeps the version. */
  void failing(WebhookId id, @Nullable Instant since);

  /** The result of storing a new webhook. */
  enum Added {
    STORED,
    /** There are as many webhooks as there may be; nothing was stored. */
    LIMIT_REACHED
  }

  /** The result of a change. */
  enum Saved {
    STORED,
    /** Another writer changed or removed the webhook first; nothing was stored. */
    STALE
  }
}
