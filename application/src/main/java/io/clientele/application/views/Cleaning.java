package io.clientele.application.views;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.ShardBooks.WriterRow;
import io.clientele.domain.views.StagedSums;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes away the rows of writers that died long ago, once nothing of them is staged. A message of
 * one that comes later names an unknown writer: it is quarantined, never doubled.
 *
 * <p>A ledger that was restored from a copy a week old has heard of nobody since. So a row goes
 * only if it was found as silent once before: who lives has said so meanwhile. Taken away, it would
 * leave its writer to bring again under a new name what it cannot know to be applied.
 */
final class Cleaning {
  private static final Duration DEAD_AFTER = Duration.ofDays(7);

  /** So often does a living writer say something in it that the ledger hears it for certain. */
  private static final long WATCHED_FOR_NANOS = Duration.ofMinutes(30).toNanos();

  private final @Nullable ViewStaging staging;
  private final ViewLedger ledger;
  private final ViewSettings settings;
  private final Map<Shard, Map<WriterId, Long>> silentSince = new HashMap<>();

  Cleaning(@Nullable ViewStaging staging, ViewLedger ledger, ViewSettings settings) {
    this.staging = staging;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** One at a time. */
  synchronized void run() {
    EachShard.run(ledger.books(ledger.shards().all()), this::clean);
  }

  private void clean(ShardBooks books) {
    var staged = staging == null ? null : staging.sums(books.shard(), books.applied(Via.STAGING));
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
  private List<WriterRow> dead(ShardBooks books) {
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
  private void forgetStrangers(Shard shard, ViewStaging from, StagedSums staged) {
    var strangers = new HashSet<WriterId>(staged.seen().keySet());
    strangers.removeAll(staged.named());
    for (var books : ledger.books(List.of(shard))) {
      books.writers().forEach(row -> strangers.remove(row.writer()));
    }
    strangers.forEach(writer -> from.forget(shard, writer));
  }

  private static boolean isStaged(WriterRow row, @Nullable StagedSums staged) {
    if (row.via() == Via.DIRECT || staged == null) {
      return row.via() == Via.STAGING;
    }
    var seen = staged.seen().get(row.writer());
    return staged.named().contains(row.writer()) || seen != null && row.applied().isBefore(seen);
  }
}
