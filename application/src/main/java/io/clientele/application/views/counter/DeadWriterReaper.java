package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.pipeline.ForEachShard;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.staging.StagingSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows of writers that have been silent for minutes, once none of their batches is
 * staged, because every live total of a shard reads all its rows. A tombstone stays in the ledger,
 * so a writer that was only cut off gets its row back, and none of its views is added twice.
 *
 * <p>In a ledger that was restored from a backup, all writers look dead. So a row is removed only
 * if an earlier run found the writer silent too: a living writer has sent a heartbeat in between.
 */
final class DeadWriterReaper {
  private static final Duration DEAD_AFTER = Duration.ofMinutes(5);

  /** Within this time, the ledger certainly receives a heartbeat of a living writer. */
  private static final long WATCHED_FOR_NANOS = Duration.ofSeconds(40).toNanos();

  /**
   * How long staging remembers a writer without a row: it refuses repeated batches of the writer,
   * and a writer that returns continues where it was.
   */
  private static final long REMEMBERED_FOR_NANOS = Duration.ofHours(1).toNanos();

  private final @Nullable StagedStores stores;
  private final DirectViewLedger ledger;
  private final ViewCounterSettings settings;
  private final Map<Shard, Map<WriterId, Long>> silentSince = new HashMap<>();
  private final Map<Shard, Map<WriterId, Long>> strangersSince = new HashMap<>();

  /** Removes writers of a ledger without staging. */
  DeadWriterReaper(DirectViewLedger ledger, ViewCounterSettings settings) {
    this.stores = null;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** Removes writers of a ledger and of the staging before it. */
  DeadWriterReaper(StagedStores stores, ViewCounterSettings settings) {
    this.stores = stores;
    this.ledger = stores.ledger();
    this.settings = settings;
  }

  /** Runs once; concurrent calls wait. */
  synchronized void run() {
    ForEachShard.run(ledger.snapshots(ledger.shards().all()), this::clean);
  }

  private void clean(ShardSnapshot snapshot) {
    var staged =
        stores == null
            ? null
            : stores.staging().snapshot(snapshot.shard(), snapshot.applied(DeliveryPath.STAGING));
    for (var row : dead(snapshot)) {
      if (!isStaged(row, staged)) {
        ledger.remove(snapshot.shard(), row.writer(), row.applied(), DEAD_AFTER);
      }
    }
    if (stores != null && staged != null) {
      settleStrangers(snapshot.shard(), stores, staged);
    }
  }

  /** Returns writers that were silent in an earlier run, and had time for a heartbeat since. */
  private List<WriterRow> dead(ShardSnapshot snapshot) {
    var now = settings.nanoTime().getAsLong();
    var before = silentSince.getOrDefault(snapshot.shard(), Map.of());
    var silent = new HashMap<WriterId, Long>();
    var dead = new ArrayList<WriterRow>();
    for (var row : snapshot.writers()) {
      if (row.silence().compareTo(DEAD_AFTER) > 0) {
        var watched = now - before.getOrDefault(row.writer(), now);
        var isSilentSince = row.silence().compareTo(Duration.ofNanos(watched)) >= 0;
        silent.put(row.writer(), isSilentSince ? now - watched : now);
        if (isSilentSince && watched >= WATCHED_FOR_NANOS) {
          dead.add(row);
        }
      }
    }
    silentSince.put(snapshot.shard(), silent);
    return dead;
  }

  /**
   * Records which writers have no row, and forgets those that have had none for an hour. Tombstones
   * are read before the rows, and both after staging: a writer that appeared or returned in between
   * has a row, and one that returns later was seen past its tombstone.
   */
  private void settleStrangers(Shard shard, StagedStores on, StagingSnapshot staged) {
    var strangers = new HashSet<WriterId>(staged.seen().keySet());
    strangers.removeAll(staged.named());
    var offsets = strangers.isEmpty() ? AppliedOffsets.NONE : on.ledger().applied(shard, strangers);
    for (var snapshot : ledger.snapshots(List.of(shard))) {
      snapshot.writers().forEach(row -> strangers.remove(row.writer()));
    }
    for (var writer : strangers) {
      if (staged.dropped().containsKey(writer)) {
        on.staging().removed(shard, writer, offsetOf(writer, offsets, staged));
      }
    }
    for (var writer : old(shard, strangers, settings.nanoTime().getAsLong())) {
      on.staging().forget(shard, writer, offsetOf(writer, offsets, staged));
    }
  }

  private List<WriterId> old(Shard shard, Set<WriterId> strangers, long now) {
    var since = strangersSince.computeIfAbsent(shard, any -> new HashMap<>());
    since.keySet().retainAll(strangers);
    strangers.forEach(writer -> since.putIfAbsent(writer, now));
    return strangers.stream()
        .filter(writer -> now - since.getOrDefault(writer, now) >= REMEMBERED_FOR_NANOS)
        .toList();
  }

  /** The writer's tombstone or, without one, its offset in staging. */
  private static Offset offsetOf(WriterId writer, AppliedOffsets offsets, StagingSnapshot staged) {
    var offset = offsets.of(writer);
    return offset == null ? staged.seen().getOrDefault(writer, Offset.START) : offset;
  }

  private static boolean isStaged(WriterRow row, @Nullable StagingSnapshot staged) {
    if (row.via() == DeliveryPath.DIRECT || staged == null) {
      return row.via() == DeliveryPath.STAGING;
    }
    var seen = staged.seen().get(row.writer());
    return staged.named().contains(row.writer()) || seen != null && row.applied().isBefore(seen);
  }
}
