package io.clientele.domain.identity.preference;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;

/**
 * Stores the preferences of operators. One call is one transaction. A removed operator has none:
 * its removal removes them. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface PreferenceStore {
  /** Returns the preferences of an operator; {@link Preferences#none} if it has not chosen. */
  Preferences find(OperatorId operator);

  /**
   * Stores the state of a change under the next version, and appends its events to the audit. Must
   * not be called with an empty change.
   */
  Saved save(Change<Preferences> change);

  /** How {@link #save} ends. */
  enum Saved {
    STORED,
    /** Another writer changed the preferences first, or the operator was removed. */
    STALE
  }
}
