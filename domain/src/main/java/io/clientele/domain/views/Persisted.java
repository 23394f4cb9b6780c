package io.clientele.domain.views;

import io.clientele.domain.account.AccountId;
import java.util.Map;

/**
 * Totals of accounts and the marks that they stand at, of one instant.
 *
 * @param views per account asked for, 0 included
 * @param staged per shard of these accounts, the writers through staging
 * @param direct per shard of these accounts, the writers that go straight
 */
public record Persisted(
    Map<AccountId, Long> views, Map<Shard, Applied> staged, Map<Shard, Applied> direct) {
  public Persisted {
    views = Map.copyOf(views);
    staged = Map.copyOf(staged);
    direct = Map.copyOf(direct);
  }
}
