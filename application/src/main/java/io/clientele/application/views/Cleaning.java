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
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes away the rows of writers that died long ago, once nothing of them is staged. A message of
 * one that comes later names an unknown writer: it is quarantined, never doubled.
 */
final class Cleaning {
  private static final Duration DEAD_AFTER = Duration.ofDays(7);

  private final @Nullable ViewStaging staging;
  private final ViewLedger ledger;
  private final ViewSettings settings;

  Cleaning(@Nullable ViewStaging staging, ViewLedger ledger, ViewSettings settings) {
    this.staging = staging;
    this.ledger = ledger;
    this.settings = settings;
  }

  void run() {
    ledger.books(settings.shards().all()).forEach(this::clean);
  }

  private void clean(ShardBooks books) {
    var staged = staging == null ? null : staging.sums(books.shard(), books.applied(Via.STAGING));
    for (var row : books.writers()) {
      if (row.silence().compareTo(DEAD_AFTER) > 0 && !isStaged(row, staged)) {
        ledger.remove(books.shard(), row.writer(), row.applied(), DEAD_AFTER);
      }
    }
    if (staging != null && staged != null) {
      forgetStrangers(books.shard(), staging, staged);
    }
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
