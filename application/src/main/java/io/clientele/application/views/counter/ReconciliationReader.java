package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.StagingSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counts of every shard: first the rows of the ledger, then the views that are staged
 * after them. Reads a shard again when a batch moved from staging to the ledger in between, or a
 * new writer appeared.
 */
final class ReconciliationReader {
  private static final int ATTEMPTS = 5;

  private final @Nullable StagedStores stores;
  private final DirectViewLedger ledger;
  private final ViewCounterSettings settings;
  private final Supplier<List<WriterCounts>> own;

  /**
   * Reads a ledger without staging.
   *
   * @param own the counts of this process's writers
   */
  ReconciliationReader(
      DirectViewLedger ledger, ViewCounterSettings settings, Supplier<List<WriterCounts>> own) {
    this.stores = null;
    this.ledger = ledger;
    this.settings = settings;
    this.own = own;
  }

  /**
   * Reads a ledger and the staging before it.
   *
   * @param own the counts of this process's writers
   */
  ReconciliationReader(
      StagedStores stores, ViewCounterSettings settings, Supplier<List<WriterCounts>> own) {
    this.stores = stores;
    this.ledger = stores.ledger();
    this.settings = settings;
    this.own = own;
  }

  /**
   * The counts of one shard.
   *
   * @param staged null if staging is unavailable
   * @param offsets of writers with staged batches and without a row
   */
  private record ShardReading(
      ShardSnapshot snapshot, @Nullable StagingSnapshot staged, AppliedOffsets offsets) {
    boolean isLate() {
      return staged != null && staged.isLate();
    }

    /** Whether a writer with staged batches appeared after the rows were read. */
    boolean namesStranger() {
      return staged != null
          && strangers(snapshot, staged).stream().anyMatch(writer -> offsets.of(writer) == null);
    }

    static Set<WriterId> strangers(ShardSnapshot snapshot, StagingSnapshot staged) {
      return staged.seen().keySet().stream()
          .filter(writer -> !snapshot.hasRow(writer) && holds(staged, writer))
          .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean holds(StagingSnapshot staged, WriterId writer) {
      return staged.named().contains(writer)
          || !Objects.equals(staged.seen().get(writer), staged.start().get(writer));
    }
  }

  /** Reads all shards. */
  Reconciliation run() {
    return run(ledger.shards().all());
  }

  /** Reads the shards of one kind. */
  Reconciliation run(SubjectKind kind) {
    return run(ledger.shards().of(kind));
  }

  private Reconciliation run(List<Shard> shards) {
    var readings = new HashMap<Shard, ShardReading>();
    var rest = new HashSet<>(shards);
    for (var attempt = 0; attempt < ATTEMPTS && !rest.isEmpty(); attempt++) {
      ledger
          .snapshots(rest)
          .forEach(snapshot -> readings.put(snapshot.shard(), readShard(snapshot)));
      rest.removeIf(shard -> isOfOneInstant(readings.get(shard)));
    }
    var calculator = new ReconciliationCalculator();
    var counted = own.get().stream().collect(Collectors.groupingBy(WriterCounts::shard));
    readings.forEach(
        (shard, readShard) ->
            calculator.add(
                readShard.snapshot(),
                readShard.isLate() ? null : readShard.staged(),
                readShard.offsets(),
                byWriter(counted.getOrDefault(shard, List.of()))));
    return calculator.close(settings.clock().instant());
  }

  private static boolean isOfOneInstant(@Nullable ShardReading readShard) {
    return readShard != null && !readShard.isLate() && !readShard.namesStranger();
  }

  private ShardReading readShard(ShardSnapshot snapshot) {
    if (stores == null) {
      var nothing = new StagingSnapshot(Map.of(), Map.of(), Map.of(), Set.of(), 0, 0, false);
      return new ShardReading(snapshot, nothing, AppliedOffsets.NONE);
    }
    try {
      var vector = snapshot.applied(DeliveryPath.STAGING);
      var staged = stores.staging().snapshot(snapshot.shard(), vector);
      return readShard(snapshot, staged, stores.ledger());
    } catch (PortUnavailable away) {
      return new ShardReading(snapshot, null, AppliedOffsets.NONE);
    }
  }

  /** Reads the tombstones of removed writers with staged batches, which restore their rows. */
  private static ShardReading readShard(
      ShardSnapshot snapshot, StagingSnapshot staged, ViewLedger ledger) {
    var strangers = ShardReading.strangers(snapshot, staged);
    if (strangers.isEmpty()) {
      return new ShardReading(snapshot, staged, AppliedOffsets.NONE);
    }
    var offsets = ledger.applied(snapshot.shard(), strangers);
    strangers.removeAll(ledger.applied(snapshot.shard()).byWriter().keySet());
    return new ShardReading(snapshot, staged, offsets.only(strangers));
  }

  private static Map<WriterId, WriterCounts> byWriter(List<WriterCounts> counted) {
    return counted.stream().collect(Collectors.toMap(WriterCounts::writer, self -> self));
  }
}
