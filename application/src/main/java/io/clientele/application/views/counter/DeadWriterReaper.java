package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.pipeline.ForEachShard;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows of writers that died long ago, once nothing of them is staged. A message of such
 * a writer that arrives later names an unknown writer: it is quarantined and not counted twice.
 *
 * <p>In a ledger that was restored from a copy a week old, all writers look dead. So a row is
 * removed only if an earlier run found the writer silent too: a living writer has sent a heartbeat
 * in between. If the row of a living writer were removed, that writer would send batches again
 * under a new name without knowing whether they were applied.
 */
final class DeadWriterReaper {
  private static final Duration DEAD_AFTER = Duration.ofDays(7);

  /** So often does a living writer say something in it that the ledger hears it for certain. */
  private static final long WATCHED_FOR_NANOS = Duration.ofMinutes(30).toNanos();

  private final @Nullable ViewStaging staging;
  private final ViewLedger ledger;
  private final ViewCounterSettings settings;
  private final Map<Shard, Map<WriterId, Long>> silentSince = new HashMap<>();

  DeadWriterReaper(@Nullable ViewStaging staging, ViewLedger ledger, ViewCounterSettings settings) {
    this.staging = staging;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** One at a time. */
  synchronized void run() {
    ForEachShard.run(ledger.books(ledger.shards().all()), this::clean);
  }

  private void clean(ShardSnapshot books) {
    var staged =
        staging == null ? null : staging.sums(books.shard(), books.applied(DeliveryPath.STAGING));
    for (var row : dead(books)) {
      if (!isStaged(row, staged)) {
        ledger.remove(books.shard(), row.writer(), row.applied(), DEAD_AFTER);
      }
    }
    if (staging != null && staged != null) {
      forgetStrangers(books.shard(), staging, staged);
    }
  }

  /** Writers that were found silent before, and had time to say something since. */
  private List<WriterRow> dead(ShardSnapshot books) {
    var now = settings.nanoTime().getAsLong();
    var before = silentSince.getOrDefault(books.shard(), Map.of());
    var silent = new HashMap<WriterId, Long>();
    var dead = new ArrayList<WriterRow>();
    for (var row : books.writers()) {
      if (row.silence().compareTo(DEAD_AFTER) > 0) {
        var watched = now - before.getOrDefault(row.writer(), now);
        var isSilentSince = row.silence().compareTo(Duration.ofNanos(watched)) >= 0;
        silent.put(row.writer(), isSilentSince ? now - watched : now);
        if (isSilentSince && watched >= WATCHED_FOR_NANOS) {
          dead.add(row);
        }
      }
    }
    silentSince.put(books.shard(), silent);
    return dead;
  }

  /** Writers that staging knows and the ledger does not, read after, so that none has just come. */
  private void forgetStrangers(Shard shard, ViewStaging from, StagingSnapshot staged) {
    var strangers = new HashSet<WriterId>(staged.seen().keySet());
    strangers.removeAll(staged.named());
    for (var books : ledger.books(List.of(shard))) {
      books.writers().forEach(row -> strangers.remove(row.writer()));
    }
    strangers.forEach(writer -> from.forget(shard, writer));
  }

  private static boolean isStaged(WriterRow row, @Nullable StagingSnapshot staged) {
    if (row.via() == DeliveryPath.DIRECT || staged == null) {
      return row.via() == DeliveryPath.STAGING;
    }
    var seen = staged.seen().get(row.writer());
    return staged.named().contains(row.writer()) || seen != null && row.applied().isBefore(seen);
  }
}
