package io.clientele.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads published events in the order of the audit's chain, which assigns places after the commit:
 * a reader that goes on from the end of a page misses nothing, however late a transaction commits.
 *
 * <p>Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface EventFeed {
  /** How long events can be read. */
  Duration KEPT = Duration.ofDays(90);

  /** The most positions that one call of {@link #read} looks through. */
  int LOOKED_THROUGH_MAX = 20_000;

  /** The position of the newest chained entry; {@link EventPosition#START} if there is none. */
  EventPosition end();

  /**
   * The first position of the first block that has an entry of this instant or later; if there is
   * none, the first position of the block that comes next.
   */
  EventPosition first(Instant since);

  /**
   * Reads the events after a position. Looks through {@link #LOOKED_THROUGH_MAX} positions, so a
   * page may be empty although later events are selected: then its end is later.
   *
   * @param limit at most so many events, at least 1
   * @param withData whether to read states of accounts
   */
  EventPage read(EventPosition after, EventFilter filter, int limit, boolean withData);

  /** The event of this id, once it is chained. */
  Optional<Event> find(UUID id, boolean withData);
}
