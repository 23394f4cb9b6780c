package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import java.util.Objects;

/** Whether a writer continues under a new name. */
public sealed interface RetireResult {
  /**
   * The writer's row is removed, and a row under the new name exists.
   *
   * @param applied the ledger's offset for each name of the writer's kept batches; the writer drops
   *     the batches that these cover
   */
  record Retired(AppliedOffsets applied) implements RetireResult {
    public Retired {
      Objects.requireNonNull(applied, "applied");
    }
  }

  /** The row has reached the batches that the writer keeps, so the writer keeps its name. */
  record Joined() implements RetireResult {}
}
