package io.clientele.domain.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who acts, when, in whole microseconds (what every store that we know can keep), and what led to
 * it.
 *
 * @param actor stable name of the actor, as the audit trail shows it
 */
public record Provenance(String actor, Instant at, Causation cause) {
  public Provenance {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** One that nothing is known of but who and when. */
  public Provenance(String actor, Instant at) {
    this(actor, at, Causation.UNKNOWN);
  }
}
