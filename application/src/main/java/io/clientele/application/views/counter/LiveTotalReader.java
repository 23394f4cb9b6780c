package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.PendingViews;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads live totals: the ledger's totals with the offsets of their shards, and the staged views
 * beyond these offsets. A total is exact at the instant of the second read, or degraded.
 */
final class LiveTotalReader {
  private static final int ATTEMPTS = 3;

  private final ViewStaging staging;
  private final ViewLedger ledger;
  private final ViewCounterSettings settings;
  private final Predicate<UUID> isLate;

  /**
   * Creates a reader.
   *
   * @param isLate whether this process holds views of an account that it could not send in time
   */
  LiveTotalReader(
      ViewStaging staging,
      ViewLedger ledger,
      ViewCounterSettings settings,
      Predicate<UUID> isLate) {
    this.staging = staging;
    this.ledger = ledger;
    this.settings = settings;
    this.isLate = isLate;
  }

  Map<UUID, LiveTotal> of(Collection<UUID> ids) {
    var totals = new HashMap<UUID, LiveTotal>();
    var rest = new HashSet<>(ids);
    for (var attempt = 0; attempt < ATTEMPTS && !rest.isEmpty(); attempt++) {
      look(rest, totals);
      rest.removeIf(id -> totals.containsKey(id) && !totals.get(id).isDegraded());
    }
    return totals;
  }

  private void look(Collection<UUID> ids, Map<UUID, LiveTotal> totals) {
    var began = settings.nanoTime().getAsLong();
    // Asked first: a view that leaves this process later is found in staging or in the ledger.
    var late = ids.stream().filter(isLate).collect(Collectors.toSet());
    var persisted = ledger.totals(ids);
    var byShard = ids.stream().collect(Collectors.groupingBy(ledger.shards()::of));
    byShard.forEach((shard, accounts) -> add(shard, accounts, persisted, began, totals));
    late.forEach(id -> totals.put(id, degraded(id, persisted)));
  }

  private LiveTotal degraded(UUID id, PersistedTotals persisted) {
    var stored = persisted.views().getOrDefault(id, 0L);
    return LiveTotal.of(id, stored, null, settings.clock().instant());
  }

  private void add(
      Shard shard,
      List<UUID> accounts,
      PersistedTotals persisted,
      long began,
      Map<UUID, LiveTotal> totals) {
    var pending = pending(shard, accounts, persisted, began);
    var asOf = settings.clock().instant();
    for (var id : accounts) {
      var stored = persisted.views().getOrDefault(id, 0L);
      totals.put(id, LiveTotal.of(id, stored, pending.get(id), asOf));
    }
  }

  /** Pending views by account; empty if staging does not answer, or does not join the totals. */
  private Map<UUID, Long> pending(
      Shard shard, List<UUID> accounts, PersistedTotals persisted, long began) {
    try {
      var applied = persisted.staged().getOrDefault(shard, AppliedOffsets.NONE);
      var pending = staging.pending(shard, applied, accounts);
      return isExact(pending, began) ? pending.views() : Map.of();
    } catch (PortUnavailable away) {
      return Map.of();
    }
  }

  private boolean isExact(PendingViews pending, long began) {
    var sinceLook = Duration.ofNanos(settings.nanoTime().getAsLong() - began);
    return pending.standing() == Standing.JOINED && pending.sinceReset().compareTo(sinceLook) > 0;
  }
}
