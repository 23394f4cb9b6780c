package io.clientele.application.views;

import io.clientele.application.kernel.Job;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import java.util.List;

/**
 * A view counter as its owner holds it. Users get one of its narrow interfaces. Safe for use by
 * many threads.
 *
 * <p>The owner runs the {@link #jobs}, each on one thread at a time, and closes the counter when no
 * more views come.
 */
public interface Views extends ViewTotals, FlushControl, AutoCloseable {
  /** Returns the recorder, always the same. It adds to the map in memory without another call. */
  ViewRecorder recorder();

  /** Returns the metrics of this process; calls no port. */
  CounterMetrics figures();

  /** Whether memory is so full that a flush should come early; one of the jobs runs it. */
  default boolean isPressed() {
    return false;
  }

  /** Returns the jobs that have to run for views to reach the durable totals. */
  List<Job> jobs();

  /**
   * Sends and applies the remaining views, within a bounded time; views for which it does not
   * suffice are lost. Every shard is tried. A view that is counted later is counted as lost.
   *
   * @throws PortUnavailable the first failure, if some views may not be durable
   */
  @Override
  void close();
}
