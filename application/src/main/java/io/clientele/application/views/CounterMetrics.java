package io.clientele.application.views;

import java.time.Duration;
import java.util.Map;

/**
 * What one process knows of its own views.
 *
 * @param counted ever, those lost left out
 * @param unsent taken on, and not known to have reached staging or the ledger
 * @param lost ever, by reason
 * @param keptAccounts what batches weigh that are kept until the ledger has them
 * @param fill the part, 0 to 1, that is taken of the room past which views are lost
 * @param oldestPending the age of the oldest view that this process does not know to be persisted
 */
public record CounterMetrics(
    long counted,
    long unsent,
    Map<String, Long> lost,
    long keptAccounts,
    double fill,
    Duration oldestPending) {
  public CounterMetrics {
    lost = Map.copyOf(lost);
  }
}
