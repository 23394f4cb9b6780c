package io.clientele.domain.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events that were set aside, until they are delivered by a redelivery. Safe for use by
 * many threads; throws {@code PortUnavailable}.
 */
public interface DeadLetters {
  /** So many dead letters within {@link #DAY_HOURS} hours pause a webhook. */
  int DAY_MAX = 100;

  /** The hours in which {@link #DAY_MAX} are counted. */
  int DAY_HOURS = 24;

  /** Stores a dead letter; one that is stored already stays as it is. */
  void add(DeadLetter letter);

  /** Removes the dead letter of this position, if there is one. */
  void remove(WebhookId webhook, EventPosition position);

  /**
   * Returns dead letters in the order of their positions.
   *
   * @param after the end of the page before; null for the first page
   * @param limit the greatest number, at least 1
   */
  List<DeadLetter> list(WebhookId webhook, @Nullable EventPosition after, int limit);

  /** Returns how many dead letters a webhook has that were set aside at this instant or later. */
  long count(WebhookId webhook, Instant since);
}
