package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Shard;
import java.util.Map;
import java.util.UUID;

/**
 * Totals of accounts and the marks that they stand at, of one instant.
 *
 * @param views per account asked for, 0 included
 * @param staged per shard of these accounts, the writers through staging
 * @param direct per shard of these accounts, the writers that go straight
 */
public record PersistedTotals(
    Map<UUID, Long> views, Map<Shard, AppliedOffsets> staged, Map<Shard, AppliedOffsets> direct) {
  public PersistedTotals {
    views = Map.copyOf(views);
    staged = Map.copyOf(staged);
    direct = Map.copyOf(direct);
  }
}
