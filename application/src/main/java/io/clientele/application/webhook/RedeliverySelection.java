package io.clientele.application.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Selects the events of a redelivery. */
public sealed interface RedeliverySelection {
  /** The greatest number of ids of a request. */
  int IDS_MAX = 1_000;

  /** The events of the webhook's filter from a position to before another. */
  record Range(EventPosition from, EventPosition to) implements RedeliverySelection {
    public Range {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** The events of these ids that the webhook's filter selects. */
  record Events(List<UUID> ids) implements RedeliverySelection {
    public Events {
      Objects.requireNonNull(ids, "ids");
      if (ids.isEmpty() || ids.size() > IDS_MAX) {
        throw new InvalidValue("eventIds", "must be 1 to " + IDS_MAX + " ids");
      }
      ids = List.copyOf(ids);
    }
  }

  /** All dead letters. */
  record AllDeadLetters() implements RedeliverySelection {}
}
