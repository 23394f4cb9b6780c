package io.clientele.domain.views.counter;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads live totals. Safe for use by many threads. */
@FunctionalInterface
public interface ViewTotals {
  /**
   * Returns the total of each of these subjects up to now. A subject without a view has the total
   * 0.
   *
   * @throws PortUnavailable if the durable totals cannot be read; if only the pending views cannot,
   *     the totals are degraded
   */
  Map<UUID, LiveTotal> live(Collection<UUID> subjects);
}
