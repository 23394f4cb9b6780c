package io.clientele.domain.views.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The bucket size of a series of views, in UTC. */
public enum Granularity {
  /** Hours; kept {@value ViewPeriod#HOURS_KEPT_DAYS} days. */
  HOUR(ChronoUnit.HOURS, Duration.ofHours(24)),
  /** Days; kept without limit. */
  DAY(ChronoUnit.DAYS, Duration.ofDays(30));

  private final ChronoUnit unit;
  private final Duration usual;

  Granularity(ChronoUnit unit, Duration usual) {
    this.unit = unit;
    this.usual = usual;
  }

  /** The length of a bucket. */
  public Duration length() {
    return unit.getDuration();
  }

  /** Whether this instant is a boundary between two buckets. */
  public boolean hasEdgeAt(Instant at) {
    return edgeBefore(at).equals(at);
  }

  /** The last boundary that is not after this instant. */
  public Instant edgeBefore(Instant at) {
    return at.truncatedTo(unit);
  }

  /** The length of a series that is requested without a start. */
  Duration usual() {
    return usual;
  }
}
