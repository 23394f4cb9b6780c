package io.clientele.inmemory.identity;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Refused sign-ins in memory, for tests and demos. */
public final class InMemoryRefusedSignIns implements RefusedSignIns {
  private final OutageSwitch backing = new OutageSwitch("refused sign-ins");
  private final SortedMap<Instant, Map<String, Long>> minutes = new TreeMap<>();
  private final InMemoryChangeStore changes;

  /** Appends its entries through {@code changes}. */
  public InMemoryRefusedSignIns(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  @Override
  public synchronized void count(String network, Instant at) {
    backing.require();
    minutes
        .computeIfAbsent(RefusedSignIns.minute(at), minute -> new HashMap<>())
        .merge(network, 1L, Long::sum);
  }

  @Override
  public synchronized int append(Instant now) {
    backing.require();
    var over = minutes.headMap(RefusedSignIns.minute(now));
    var entries = over.values().stream().mapToInt(counts -> append(counts, now)).sum();
    over.clear();
    return entries;
  }

  private int append(Map<String, Long> counts, Instant now) {
    var sorted =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    var own = sorted.size() > ENTRIES_MAX ? ENTRIES_MAX - 1 : sorted.size();
    for (var count : sorted.subList(0, own)) {
      record(new Refused(count.getKey(), count.getValue()), now);
    }
    if (own < sorted.size()) {
      var rest = sorted.subList(own, sorted.size());
      var sum = rest.stream().mapToLong(Map.Entry::getValue).sum();
      record(new Refused(OTHERS, sum), now);
    }
    return Math.min(sorted.size(), ENTRIES_MAX);
  }

  private void record(Refused event, Instant now) {
    changes.record(RefusedSignIns.provenance(now), event, ChangeSubject.named(event.subject()));
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }
}
