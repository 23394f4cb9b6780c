package io.clientele.domain.views.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How finely a series of views is told, in UTC. */
public enum Granularity {
  /** Hour by hour; kept {@value ViewPeriod#HOURS_KEPT_DAYS} days. */
  HOUR(ChronoUnit.HOURS, Duration.ofHours(24)),
  /** Day by day; kept without limit. */
  DAY(ChronoUnit.DAYS, Duration.ofDays(30));

  private final ChronoUnit unit;
  private final Duration usual;

  Granularity(ChronoUnit unit, Duration usual) {
    this.unit = unit;
    this.usual = usual;
  }

  /** How long one is. */
  public Duration length() {
    return unit.getDuration();
  }

  /** Whether a bucket begins, and another ends, at this time. */
  public boolean hasEdgeAt(Instant at) {
    return edgeBefore(at).equals(at);
  }

  /** The last edge that is not after this time. */
  public Instant edgeBefore(Instant at) {
    return at.truncatedTo(unit);
  }

  /** The length of a series that is requested without a start. */
  Duration usual() {
    return usual;
  }
}
