package io.clientele.domain.views.ledger;

/** Whether a writer goes on under a new name. */
public enum RetireResult {
  /** Its row is gone, and the new one stands. */
  RETIRED,
  /**
   * The row has reached what the writer still keeps, so it can go on as it is: nothing was done.
   */
  JOINED
}
