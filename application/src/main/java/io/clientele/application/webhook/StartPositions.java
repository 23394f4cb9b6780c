package io.clientele.application.webhook;

import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventPosition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Judges the positions from which a webhook can begin.
 *
 * @param kept how long events can be read
 */
public record StartPositions(EventFeed feed, Duration kept, InstantSource clock) {
  public StartPositions {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(clock, "clock");
  }

  /** A judgement. */
  public sealed interface Judgement {
    /** All events after the position can be sent. */
    record Valid() implements Judgement {}

    /**
     * Events after the position are no longer kept.
     *
     * @param first the first position that is kept
     */
    record Gone(EventPosition first) implements Judgement {
      public Gone {
        Objects.requireNonNull(first, "first");
      }
    }

    /** The position is beyond the end of the chain. */
    record Fork() implements Judgement {}
  }

  /** The end of the chain: a webhook that begins there gets what comes. */
  EventPosition end() {
    return feed.end();
  }

  Judgement judge(EventPosition after) {
    if (after.compareTo(feed.end()) > 0) {
      return new Judgement.Fork();
    }
    var first = feed.first(clock.instant().minus(kept));
    return after.block() < first.block() - 1 ? new Judgement.Gone(first) : new Judgement.Valid();
  }
}
