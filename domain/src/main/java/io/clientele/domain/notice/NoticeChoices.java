package io.clientele.domain.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;

/**
 * Stores which notices operators chose. One call is one transaction. Implementations are safe for
 * use by many threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when the store
 * cannot be reached.
 */
public interface NoticeChoices {
  /** Returns the choice of an operator; {@link NoticeChoice#none} if it has not chosen. */
  NoticeChoice find(OperatorId operator);

  /**
   * Stores the state of a change under the next version, and appends its events to the audit. Must
   * not be called with an empty change.
   */
  Saved save(Change<NoticeChoice> change);

  /** Removes the choice of an operator that was removed, and which notices it was sent. */
  void remove(OperatorId operator);

  /** How {@link #save} ends. */
  enum Saved {
    STORED,
    /** Another writer changed the choice first; nothing was stored. */
    STALE
  }
}
