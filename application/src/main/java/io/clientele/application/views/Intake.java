package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Shards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The way of a view from the reader into its shard's memory. Safe for use by many threads. */
final class Intake {
  /**
   * Accounts that may wait in memory: some 40 MB. Past it, a view of yet another account is lost.
   */
  static final int ACCOUNTS_MAX = 200_000;

  private static final String NO_ROOM = "buffer-full";

  private final Shards shards;
  private final Tally tally = new Tally(ACCOUNTS_MAX);
  private final List<ShardWriter> memories;

  /** One memory for each shard, in order. */
  Intake(Shards shards, List<ShardWriter> memories) {
    this.shards = shards;
    this.memories = memories;
  }

  /** The room that the memories of a process share. */
  static AtomicInteger room() {
    return new AtomicInteger(ACCOUNTS_MAX);
  }

  void count(AccountId id) {
    if (!tally.add(id)) {
      of(id).lose(1);
    }
  }

  /** Moves what was counted into the shards' memories. One thread at a time. */
  synchronized void drain() {
    tally.drain((id, views) -> of(id).add(id, views));
  }

  ShardWriter of(AccountId id) {
    return of(shards.of(id));
  }

  private ShardWriter of(Shard shard) {
    return memories.get(shard.number());
  }

  /** What these and other writers of the process hold, for meters. */
  Figures figures(Stream<ShardWriter> others, long nowNanos) {
    var all = Stream.concat(memories.stream(), others).toList();
    return new Figures(
        all.stream().mapToLong(ShardWriter::acceptedEver).sum(),
        all.stream().mapToLong(ShardWriter::unsentViews).sum(),
        Map.of(NO_ROOM, all.stream().mapToLong(ShardWriter::lostEver).sum()),
        all.stream().mapToLong(ShardWriter::weight).sum(),
        (double) all.stream().mapToLong(ShardWriter::unsentAccounts).sum() / ACCOUNTS_MAX,
        all.stream()
            .map(memory -> memory.oldest(nowNanos))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }
}
