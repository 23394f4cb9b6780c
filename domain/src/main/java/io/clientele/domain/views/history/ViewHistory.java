package io.clientele.domain.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import java.util.UUID;

/**
 * Persisted views by time: a view belongs to the UTC hour in which its batch was sealed. Hours
 * become days when they are older than {@value ViewPeriod#HOURS_KEPT_DAYS} days. Implementations
 * are safe for use by many threads and throw {@link PortUnavailable} when they cannot know.
 */
public interface ViewHistory {
  /** Views of one subject, every bucket of the period in order of time. */
  List<DataPoint> series(UUID subject, ViewPeriod period);

  /** Views of all subjects together, day by day. */
  List<DataPoint> daily(ViewPeriod days);
}
