package com.acme.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.util.List;

/** Stores orders. One call is one transaction. */
public interface Orders {
  /** Returns the orders of an account, the oldest first. */
  List<Order> of(AccountId account);

  /**
   * Stores the state of a change with an audit entry for each event and the response, if the change
   * has one. Every result but {@link Saved#STORED} has stored nothing.
   */
  Saved save(Change<Order> change);

  /** The result of a save. */
  enum Saved {
    STORED,
    /** Another writer changed the order first. */
    STALE,
    /** Another request with the idempotency key is in progress. */
    IN_PROGRESS,
    /** A response is stored under the idempotency key already. */
    ANSWERED
  }
}
