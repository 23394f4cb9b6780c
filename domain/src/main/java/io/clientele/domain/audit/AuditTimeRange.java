package io.clientele.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, in whole microseconds as entries have them.
 *
 * @param from inclusive
 * @param to exclusive; null: no upper bound
 */
public record AuditTimeRange(Instant from, @Nullable Instant to) {
  public AuditTimeRange {
    from = from.truncatedTo(ChronoUnit.MICROS);
    to = to == null ? null : to.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether it reaches over this time. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
