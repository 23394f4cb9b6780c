package io.clientele.inmemory.views.ledger;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardWriters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The rows of one shard of an {@link InMemoryViewLedger}, which guards it. */
final class LedgerShard {
  private final Shard shard;
  private final Map<UUID, Long> totals = new HashMap<>();
  private final Map<Instant, Map<UUID, Long>> hours = new HashMap<>();
  private ShardWriters writers = ShardWriters.NONE;
  private long views;
  private long rejected;

  LedgerShard(Shard shard) {
    this.shard = shard;
  }

  ShardWriters writers() {
    return writers;
  }

  void change(UnaryOperator<ShardWriters> rule) {
    writers = rule.apply(writers);
  }

  ApplyResult post(DeliveryPath via, SealedBatch batch, Instant now) {
    var verdict = writers.verdict(via, batch);
    if (verdict != ApplyVerdict.OK) {
      return new ApplyResult(verdict, 0);
    }
    writers = writers.apply(batch, now);
    var before = rejected;
    var hour =
        hours.computeIfAbsent(
            batch.sealedAt().truncatedTo(ChronoUnit.HOURS), at -> new HashMap<>());
    batch.counts().forEach((id, more) -> add(hour, id, more));
    return new ApplyResult(verdict, rejected - before);
  }

  long total(UUID id) {
    return totals.getOrDefault(id, 0L);
  }

  ShardSnapshot snapshot(Instant now) {
    return writers.snapshot(shard, views, rejected, now);
  }

  /** Adds the views of each account within this time. */
  void addTo(Map<UUID, Long> views, Instant from, Instant to) {
    hours.forEach(
        (hour, counts) -> {
          if (!hour.isBefore(from) && hour.isBefore(to)) {
            counts.forEach((id, more) -> views.merge(id, more, Long::sum));
          }
        });
  }

  private void add(Map<UUID, Long> hour, UUID id, long more) {
    var before = total(id);
    var added = Math.min(more, Long.MAX_VALUE - before);
    totals.put(id, before + added);
    hour.merge(id, added, Long::sum);
    views += added;
    rejected += more - added;
  }
}
