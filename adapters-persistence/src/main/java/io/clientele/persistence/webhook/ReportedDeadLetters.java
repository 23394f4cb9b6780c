package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetterListener;
import io.clientele.domain.webhook.delivery.DeadLetters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that tell listeners of each new one, after it is stored. A listener that throws
 * fails the call, so that the relay repeats it.
 */
public final class ReportedDeadLetters implements DeadLetters {
  private final DeadLetters stored;
  private final Collection<DeadLetterListener> listeners;

  /** Stores dead letters here, and tells these listeners of them. */
  public ReportedDeadLetters(DeadLetters stored, Collection<DeadLetterListener> listeners) {
    Objects.requireNonNull(listeners, "listeners");
    this.stored = Objects.requireNonNull(stored, "stored");
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void add(DeadLetter letter) {
    stored.add(letter);
    listeners.forEach(listener -> listener.setAside(letter));
  }

  @Override
  public void remove(WebhookId webhook, EventPosition position) {
    stored.remove(webhook, position);
  }

  @Override
  public List<DeadLetter> list(WebhookId webhook, @Nullable EventPosition after, int limit) {
    return stored.list(webhook, after, limit);
  }

  @Override
  public long count(WebhookId webhook, Instant since) {
    return stored.count(webhook, since);
  }
}
