package io.clientele.inmemory.views.counter;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A view counter in memory, for tests and demos. A flush turns pending views into persisted ones.
 * Safe for use by many threads.
 */
public final class InMemoryViewCounter implements ViewRecorder, ViewTotals, FlushControl {
  private static final Set<SubjectKind> EVERY = Set.of(SubjectKind.values());

  private final OutageSwitch backing = new OutageSwitch("view counter");
  private final Map<UUID, Long> pending = new HashMap<>();
  private final Map<UUID, Long> persisted = new HashMap<>();
  private final InstantSource clock;

  /** A counter that has counted nothing, with the times of this clock. */
  public InMemoryViewCounter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void count(UUID subject) {
    pending.merge(subject, 1L, SaturatingSum::of);
  }

  @Override
  public synchronized Map<UUID, LiveTotal> live(Collection<UUID> subjects) {
    backing.require();
    var totals = new HashMap<UUID, LiveTotal>();
    for (var subject : subjects) {
      var waiting = pending.getOrDefault(subject, 0L);
      totals.put(subject, LiveTotal.of(subject, persisted(subject), waiting, clock.instant()));
    }
    return totals;
  }

  @Override
  public synchronized Optional<FlushRecord> flush(Duration within) {
    backing.require();
    var flush =
        new FlushRecord(
            clock.instant(), pending.isEmpty() ? 0 : 1, pending.size(), sum(pending, EVERY), 0, 0);
    pending.forEach((subject, views) -> persisted.merge(subject, views, SaturatingSum::of));
    pending.clear();
    return Optional.of(flush);
  }

  @Override
  public synchronized Reconciliation reconcile() {
    return reconcile(EVERY);
  }

  @Override
  public synchronized Reconciliation reconcile(SubjectKind kind) {
    return reconcile(Set.of(kind));
  }

  private Reconciliation reconcile(Set<SubjectKind> kinds) {
    backing.require();
    var unsent = sum(pending, kinds);
    var applied = sum(persisted, kinds);
    return new Reconciliation(
        unsent + applied, unsent, 0L, 0L, applied, 0, 0, true, clock.instant());
  }

  /** Returns the persisted views of a subject, also while the totals are away. */
  public synchronized long persisted(UUID subject) {
    return persisted.getOrDefault(subject, 0L);
  }

  /** From now on every call but a count throws {@link PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends {@link #startOutage}; nothing was lost meanwhile. */
  public void endOutage() {
    backing.endOutage();
  }

  private static long sum(Map<UUID, Long> counts, Set<SubjectKind> kinds) {
    return counts.entrySet().stream()
        .filter(entry -> kinds.contains(SubjectKind.of(entry.getKey())))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
