package io.clientele.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time range in whole microseconds, the precision of entries.
 *
 * @param from inclusive
 * @param to exclusive; null for no upper bound
 */
public record AuditTimeRange(Instant from, @Nullable Instant to) {
  public AuditTimeRange {
    Objects.requireNonNull(from, "from");
    from = from.truncatedTo(ChronoUnit.MICROS);
    to = to == null ? null : to.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether the range contains this instant. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
