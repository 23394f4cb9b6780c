package io.clientele.domain.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Who acts, when and why.
 *
 * @param actor stable name of the actor, as the audit trail shows it
 * @param at in whole microseconds, the precision of all known stores
 * @param cause of the action
 */
public record Provenance(String actor, Instant at, Causation cause) {
  public Provenance {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(cause, "cause");
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Creates a provenance of an unknown cause. */
  public Provenance(String actor, Instant at) {
    this(actor, at, Causation.UNKNOWN);
  }
}
