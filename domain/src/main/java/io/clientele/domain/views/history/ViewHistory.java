package io.clientele.domain.views.history;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SubjectKind;
import java.util.List;
import java.util.UUID;

/**
 * Persisted views by time: a view belongs to the UTC hour in which its batch was sealed. Hours
 * older than {@value ViewPeriod#HOURS_KEPT_DAYS} days are merged into days. Implementations are
 * safe for use by many threads and throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface ViewHistory {
  /** Returns the views of one subject for every bucket of the period, in order of time. */
  List<DataPoint> series(UUID subject, ViewPeriod period);

  /** Returns the views of all subjects of one kind together, by day. */
  List<DataPoint> daily(SubjectKind kind, ViewPeriod days);
}
