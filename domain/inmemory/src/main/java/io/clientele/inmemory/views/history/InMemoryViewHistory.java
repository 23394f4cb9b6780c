package io.clientele.inmemory.views.history;

import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Reads the views that an {@link InMemoryViewLedger} has applied, by time. Keeps every hour without
 * limit.
 */
public final class InMemoryViewHistory implements ViewHistory {
  private final InMemoryViewLedger ledger;

  /** Reads this ledger. */
  public InMemoryViewHistory(InMemoryViewLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<DataPoint> series(UUID subject, ViewPeriod period) {
    return slices(period, views -> views.getOrDefault(subject, 0L));
  }

  @Override
  public List<DataPoint> daily(SubjectKind kind, ViewPeriod days) {
    return slices(days, views -> sum(kind, views));
  }

  private static long sum(SubjectKind kind, Map<UUID, Long> views) {
    return views.entrySet().stream()
        .filter(entry -> SubjectKind.of(entry.getKey()) == kind)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<UUID, Long> views(Instant from, Instant to) {
    var views = new HashMap<UUID, Long>();
    ledger.addTo(views, from, to);
    return views;
  }

  private List<DataPoint> slices(ViewPeriod period, ToLongFunction<Map<UUID, Long>> sum) {
    Granularity bucket = period.bucket();
    return Stream.iterate(period.from(), from -> from.plus(bucket.length()))
        .limit(period.size())
        .map(from -> new DataPoint(from, sum.applyAsLong(views(from, from.plus(bucket.length())))))
        .toList();
  }
}
