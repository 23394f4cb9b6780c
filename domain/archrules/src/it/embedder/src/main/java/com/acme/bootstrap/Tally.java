package com.acme.bootstrap;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.LiveTotal;
import io.clientele.application.views.Reconciliation;
import io.clientele.application.views.Views;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Views in memory: Acme asks for a figure, not for a ledger. */
final class Tally implements Views {
  private final Map<UUID, Long> counts = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Tally(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void count(UUID id) {
    counts.merge(id, 1L, Long::sum);
  }

  @Override
  public Map<UUID, LiveTotal> live(Collection<UUID> ids) {
    var totals = new HashMap<UUID, LiveTotal>();
    for (var id : ids) {
      var views = counts.getOrDefault(id, 0L);
      totals.put(id, new LiveTotal(id, views, 0, views, clock.instant()));
    }
    return totals;
  }

  @Override
  public Optional<FlushRecord> flush(Duration within) {
    return Optional.of(new FlushRecord(clock.instant(), 0, 0, 0, 0, 0));
  }

  @Override
  public Reconciliation reconcile() {
    return new Reconciliation(total(), total(), 0L, 0L, 0, 0, 0, true, clock.instant());
  }

  @Override
  public CounterMetrics figures() {
    return new CounterMetrics(total(), total(), Map.of(), counts.size(), 0, Duration.ZERO);
  }

  @Override
  public List<Job> jobs() {
    return List.of();
  }

  @Override
  public void close() {}

  private long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
