package io.clientele.domain.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who acts, when and why.
 *
 * @param actor stable name of the actor, as the audit trail shows it
 * @param at in whole microseconds, the precision of all known stores
 * @param cause of the action
 */
public record Provenance(String actor, Instant at, Causation cause) {
  public Provenance {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Creates a provenance of an unknown cause. */
  public Provenance(String actor, Instant at) {
    this(actor, at, Causation.UNKNOWN);
  }
}
