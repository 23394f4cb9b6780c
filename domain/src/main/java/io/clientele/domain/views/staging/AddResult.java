package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;

/**
 * How an ADD ended.
 *
 * @param seen the writer's mark at the fast side now
 */
public record AddResult(Kind kind, Offset seen) {
  /** The three ends. */
  public enum Kind {
    /** It is added. */
    OK,
    /** It had been added before: nothing was done. */
    DUPLICATE,
    /** Batches before it are missing: nothing was done, send again from {@code seen} + 1. */
    GAP
  }
}
