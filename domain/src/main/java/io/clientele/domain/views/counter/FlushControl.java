package io.clientele.domain.views.counter;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.Optional;

/** Flushes views now, and tells where all views are. Safe for use by many threads. */
public interface FlushControl {
  /**
   * Adds all views that this process has counted so far to the durable totals.
   *
   * @param within the time limit
   * @return what the flush added; empty if some views are not durable after this time
   * @throws PortUnavailable if the durable totals cannot be written
   */
  Optional<FlushRecord> flush(Duration within);

  /**
   * Tells where all views are that were ever counted.
   *
   * @throws PortUnavailable if the durable totals cannot be read
   */
  Reconciliation reconcile();

  /**
   * Tells where all views are that were ever counted of subjects of this kind.
   *
   * @throws PortUnavailable if the durable totals cannot be read
   */
  Reconciliation reconcile(SubjectKind kind);
}
