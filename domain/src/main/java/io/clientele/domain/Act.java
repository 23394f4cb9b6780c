package io.clientele.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who acts, and when, in whole microseconds: what every store that we know can keep.
 *
 * @param actor the stable name of whoever acts, as an audit trail shows it
 */
public record Act(String actor, Instant at) {
  public Act {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
