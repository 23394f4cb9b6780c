package io.clientele.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads published events in the order of the audit chain, which assigns positions after the commit:
 * a reader that continues from the end of a page misses no event, however late a transaction
 * commits.
 *
 * <p>Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the feed cannot be reached.
 */
public interface EventFeed {
  /** How long an event can be read, unless the service is configured otherwise. */
  Duration KEPT = Duration.ofDays(90);

  /** The greatest number of positions that one call of {@link #read} examines. */
  int LOOKED_THROUGH_MAX = 20_000;

  /** The position of the newest chained entry; {@link EventPosition#START} if there is none. */
  EventPosition end();

  /**
   * Returns the first position of the first block that has an entry of this instant or later;
   * without one, the first position of the next block.
   */
  EventPosition first(Instant since);

  /**
   * Reads the events after a position. Examines at most {@link #LOOKED_THROUGH_MAX} positions, so a
   * page may be empty although later events are selected.
   *
   * @param limit the greatest number of events, at least 1
   * @param withData whether to read the states of accounts
   */
  EventPage read(EventPosition after, EventFilter filter, int limit, boolean withData);

  /** Returns the event of this id, once it is chained. */
  Optional<Event> find(UUID id, boolean withData);
}
