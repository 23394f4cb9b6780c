package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;

/** Whether a writer goes on under a new name. */
public sealed interface RetireResult {
  /**
   * The writer's row is gone, and one under the new name stands.
   *
   * @param applied how far the ledger has each name that the writer's kept batches had: it drops
   *     what they cover
   */
  record Retired(AppliedOffsets applied) implements RetireResult {}

  /** The row has reached what the writer still keeps, so the writer goes on as it is. */
  record Joined() implements RetireResult {}
}
