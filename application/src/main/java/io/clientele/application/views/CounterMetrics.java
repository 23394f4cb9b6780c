package io.clientele.application.views;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The state of the views in one process.
 *
 * @param counted views since the start, without lost ones
 * @param unsent accepted, and not known to have reached staging or the ledger
 * @param lost since the start, by reason
 * @param keptAccounts memory of the batches that are kept until the ledger has them, in accounts
 * @param fill the used part, 0 to 1, of the memory above which views are lost
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
    Objects.requireNonNull(oldestPending, "oldestPending");
    lost = Map.copyOf(Objects.requireNonNull(lost, "lost"));
  }
}
