package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import java.util.Objects;

/**
 * The result of an ADD.
 *
 * @param seen the writer's offset in staging now
 */
public record AddResult(Kind kind, Offset seen) {
  public AddResult {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(seen, "seen");
  }

  /** The kinds of results. */
  public enum Kind {
    /** The batch is added. */
    OK,
    /** The batch was added before: nothing changed. */
    DUPLICATE,
    /** Earlier batches are missing: nothing changed; send again from {@code seen} + 1. */
    GAP
  }
}
