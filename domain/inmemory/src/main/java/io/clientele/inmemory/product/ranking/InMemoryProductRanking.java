package io.clientele.inmemory.product.ranking;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ranks products by the views that an {@link InMemoryViewLedger} has applied. */
public final class InMemoryProductRanking implements ProductRanking {
  private static final Comparator<Entry> MOST_FIRST =
      Comparator.comparingLong(Entry::views).thenComparing(Entry::id).reversed();

  private final InMemoryViewLedger ledger;
  private final Function<ProductId, Optional<String>> titles;

  /**
   * Ranks by the totals of this ledger.
   *
   * @param titles the title by product id; empty for an unknown product
   */
  public InMemoryProductRanking(
      InMemoryViewLedger ledger, Function<ProductId, Optional<String>> titles) {
    this.ledger = ledger;
    this.titles = titles;
  }

  @Override
  public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
    var from = within == null ? Instant.MIN : within.from();
    var to = within == null ? Instant.MAX : within.to();
    var last = after == null ? null : new Entry(after.id(), "", after.views());
    var views = new HashMap<UUID, Long>();
    ledger.addTo(views, from, to);
    return views.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .filter(entry -> SubjectKind.of(entry.getKey()) == SubjectKind.PRODUCT)
        .flatMap(entry -> entry(entry.getKey(), entry.getValue()))
        .filter(one -> last == null || MOST_FIRST.compare(one, last) > 0)
        .sorted(MOST_FIRST)
        .limit(limit)
        .toList();
  }

  private Stream<Entry> entry(UUID subject, long views) {
    var id = new ProductId(SubjectKind.PRODUCT.id(subject));
    return titles.apply(id).map(title -> new Entry(id, title, views)).stream();
  }
}
