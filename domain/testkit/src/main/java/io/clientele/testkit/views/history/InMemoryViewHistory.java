package io.clientele.testkit.views.history;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.MostViewed;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.testkit.views.ledger.InMemoryViewLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an {@link InMemoryViewLedger} has taken in, by time. It forgets no hour. */
public final class InMemoryViewHistory implements ViewHistory {
  private static final Comparator<MostViewed> MOST_FIRST =
      Comparator.comparingLong(MostViewed::views).thenComparing(MostViewed::id).reversed();

  private final InMemoryViewLedger ledger;
  private final Function<AccountId, Optional<String>> names;

  /**
   * Tells of this ledger.
   *
   * @param names of accounts; empty if there is none, or it is erased
   */
  public InMemoryViewHistory(
      InMemoryViewLedger ledger, Function<AccountId, Optional<String>> names) {
    this.ledger = ledger;
    this.names = names;
  }

  @Override
  public List<DataPoint> series(AccountId id, ViewPeriod period) {
    return slices(period, views -> views.getOrDefault(id, 0L));
  }

  @Override
  public List<DataPoint> daily(ViewPeriod days) {
    return slices(days, views -> views.values().stream().mapToLong(more -> more).sum());
  }

  @Override
  public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
    var views =
        within == null ? views(Instant.MIN, Instant.MAX) : views(within.from(), within.to());
    var last = after == null ? null : new MostViewed(after.id(), "", after.views());
    return views.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .flatMap(entry -> named(entry.getKey(), entry.getValue()))
        .filter(one -> last == null || MOST_FIRST.compare(one, last) > 0)
        .sorted(MOST_FIRST)
        .limit(limit)
        .toList();
  }

  private Map<AccountId, Long> views(Instant from, Instant to) {
    var views = new HashMap<AccountId, Long>();
    ledger.addTo(views, from, to);
    return views;
  }

  private Stream<MostViewed> named(AccountId id, long views) {
    return names.apply(id).map(name -> new MostViewed(id, name, views)).stream();
  }

  private List<DataPoint> slices(ViewPeriod period, ToLongFunction<Map<AccountId, Long>> sum) {
    Granularity bucket = period.bucket();
    return Stream.iterate(period.from(), from -> from.plus(bucket.length()))
        .limit(period.size())
        .map(from -> new DataPoint(from, sum.applyAsLong(views(from, from.plus(bucket.length())))))
        .toList();
  }
}
