package io.clientele.domain.notice;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores which notices operators get, with the tasks that send them. One call is one transaction.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Notices {
  /** How long the store knows that an operator got a notice. */
  Duration KEPT = Duration.ofDays(100);

  /**
   * Adds a task for each operator that chose the kind of the notice, unless the operator got a
   * notice of the source before.
   *
   * @return the number of added tasks
   */
  int announce(Notice notice, Instant now);

  /**
   * Adds a task for this operator alone, if it chose the kind of the notice and got no notice of
   * the source before.
   *
   * @return the number of added tasks, 0 or 1
   */
  int announceTo(OperatorId operator, Notice notice, Instant now);

  /** Whether {@link #sent} was called for this delivery. */
  boolean isSent(NoticeDelivery delivery);

  /** Stores that the server took the mail; does nothing for an unknown delivery. */
  void sent(NoticeDelivery delivery, Instant now);

  /** The position in the feed up to which events were announced; empty before the first. */
  Optional<EventPosition> position();

  /** Stores the position in the feed; an earlier one than the stored one is ignored. */
  void advance(EventPosition position);

  /**
   * Forgets the notices that were announced before this instant.
   *
   * @return how many
   */
  int forget(Instant before);
}
