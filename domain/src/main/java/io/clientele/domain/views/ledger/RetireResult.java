package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.retired(this);
    }
  }

  /** The row has reached the batches that the writer keeps, so the writer keeps its name. */
  record Joined() implements RetireResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R retired(Retired retired);

    R joined(Joined joined);
  }
}
