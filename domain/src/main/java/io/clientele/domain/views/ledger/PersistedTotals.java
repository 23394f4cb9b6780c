package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Shard;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Totals of accounts with the offsets of their shards, of one instant.
 *
 * @param views per account asked for, 0 included
 * @param staged offsets of the writers through staging, per shard of these accounts
 * @param direct offsets of the direct writers, per shard of these accounts
 */
public record PersistedTotals(
    Map<UUID, Long> views, Map<Shard, AppliedOffsets> staged, Map<Shard, AppliedOffsets> direct) {
  public PersistedTotals {
    views = Map.copyOf(Objects.requireNonNull(views, "views"));
    staged = Map.copyOf(Objects.requireNonNull(staged, "staged"));
    direct = Map.copyOf(Objects.requireNonNull(direct, "direct"));
  }
}
