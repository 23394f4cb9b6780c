package io.clientele.application.views;

import io.clientele.application.kernel.Job;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts views and reads their totals. Safe for use by many threads.
 *
 * <p>Its owner runs the {@link #jobs}, each on one thread at a time, and closes it at the end, when
 * nothing is counted any more.
 */
public interface Views extends AutoCloseable {
  /** Counts one view. Never waits, never throws; past every bound the view is counted as lost. */
  void count(UUID id);

  /**
   * How often these accounts were viewed, to this instant.
   *
   * @throws PortUnavailable if the durable totals cannot be read; if only the rest cannot, the
   *     answer is degraded
   */
  Map<UUID, LiveTotal> live(Collection<UUID> ids);

  /**
   * Brings everything that this process had counted into the durable totals.
   *
   * @return empty if that could not be done within the time
   * @throws PortUnavailable if the durable side is away
   */
  Optional<FlushRecord> flush(Duration within);

  /** Where every view that was ever counted is now. */
  Reconciliation reconcile();

  /** What this process knows without asking anyone: for meters. */
  CounterMetrics figures();

  /**
   * Whether so much is kept in memory that a flush should come before its time; one of the jobs
   * sees to it.
   */
  default boolean isPressed() {
    return false;
  }

  /** What has to be run again and again. */
  List<Job> jobs();

  /**
   * Sends and applies what is left, within a bounded time; what cannot be is lost. Every shard is
   * tried. A view that is counted from now on is lost, and counted as lost.
   *
   * @throws PortUnavailable the first failure, if not everything is known to be durable
   */
  @Override
  void close();
}
