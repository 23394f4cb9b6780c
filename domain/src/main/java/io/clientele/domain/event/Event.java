package io.clientele.domain.event;

import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published event in the feed.
 *
 * @param id of the event and of its audit entry
 * @param published the event; the state of its subject is in {@code data}
 * @param data the state of the account; null if it was not asked for, or the event is of no account
 */
public record Event(
    EventPosition position, UUID id, PublishedEvent published, @Nullable EventData data) {
  public Event {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(published, "published");
  }
}
