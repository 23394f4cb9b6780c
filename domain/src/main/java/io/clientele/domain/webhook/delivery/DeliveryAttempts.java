package io.clientele.domain.webhook.delivery;

import io.clientele.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps attempts. Safe for use by many threads; throws {@code PortUnavailable}. */
public interface DeliveryAttempts {
  /** How long an attempt is kept. */
  Duration KEPT = Duration.ofDays(7);

  /** Stores attempts. */
  void append(Collection<DeliveryAttempt> attempts);

  /**
   * Returns attempts of a webhook, the newest first.
   *
   * @param before the last attempt of the page before; null for the first page
   * @param limit the greatest number, at least 1
   */
  List<DeliveryAttempt> list(WebhookId webhook, @Nullable Place before, int limit);

  /** The place of an attempt in the order of a list. */
  record Place(Instant at, UUID eventId) {
    public Place {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(eventId, "eventId");
    }

    /** Returns the place of this attempt. */
    public static Place of(DeliveryAttempt attempt) {
      return new Place(attempt.at(), attempt.eventId());
    }
  }
}
