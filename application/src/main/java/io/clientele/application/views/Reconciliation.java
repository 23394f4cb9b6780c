package io.clientele.application.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the views are: counted = unsent + open + sealed + applied + rejected; what is known to be
 * lost is told apart.
 *
 * @param unsent in processes
 * @param open gathered in staging, null if it cannot be asked now; then so are {@code sealed},
 *     {@code unsent} and {@code balanced}
 * @param sealed in batches to be applied
 * @param balanced whether what is staged equals its running counts, and what was added to totals
 *     equals what writers have applied
 */
public record Reconciliation(
    long counted,
    @Nullable Long unsent,
    @Nullable Long open,
    @Nullable Long sealed,
    long applied,
    long rejected,
    long lost,
    @Nullable Boolean balanced,
    Instant asOf) {
  /** Whether the staging could not be asked. */
  public boolean isDegraded() {
    return balanced == null;
  }
}
