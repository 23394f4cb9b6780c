package io.clientele.domain.views.counter;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the views are: counted = unsent + open + sealed + applied + rejected. Views that are known
 * to be lost are not among the counted ones.
 *
 * @param unsent in the memory of processes
 * @param open in open batches of the staging; null if it cannot be read now, and then so are {@code
 *     sealed}, {@code unsent} and {@code balanced}
 * @param sealed in batches that are to be applied
 * @param balanced whether the staged views equal their running counts, and the views that were
 *     added to totals equal those that writers have applied
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
  public Reconciliation {
    Objects.requireNonNull(asOf, "asOf");
  }

  /** Whether the staging could not be read. */
  public boolean isDegraded() {
    return balanced == null;
  }
}
