package io.clientele.inmemory.account.ranking;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.AccountId;
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

/**
 * Ranks accounts by the views that an {@link InMemoryViewLedger} has applied. Always up to date.
 */
public final class InMemoryAccountRanking implements AccountRanking {
  private static final Comparator<Entry> MOST_FIRST =
      Comparator.comparingLong(Entry::views).thenComparing(Entry::id).reversed();

  private final InMemoryViewLedger ledger;
  private final Function<UUID, Optional<String>> names;

  /**
   * Ranks by the totals of this ledger.
   *
   * @param names the client's name by account id; empty for an erased or unknown account
   */
  public InMemoryAccountRanking(InMemoryViewLedger ledger, Function<UUID, Optional<String>> names) {
    this.ledger = ledger;
    this.names = names;
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
        .filter(entry -> SubjectKind.of(entry.getKey()) == SubjectKind.ACCOUNT)
        .flatMap(entry -> entry(entry.getKey(), entry.getValue()))
        .filter(one -> last == null || MOST_FIRST.compare(one, last) > 0)
        .sorted(MOST_FIRST)
        .limit(limit)
        .toList();
  }

  private Stream<Entry> entry(UUID id, long views) {
    return names.apply(id).map(name -> new Entry(new AccountId(id), name, views)).stream();
  }
}
