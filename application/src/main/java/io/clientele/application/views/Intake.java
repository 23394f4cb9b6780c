package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The way of a view from the reader into its shard's memory. Safe for use by many threads. */
final class Intake {
  /**
   * Accounts that may wait in memory: some 40 MB. Past it, a view of yet another account is lost.
   */
  static final int ACCOUNTS_MAX = 200_000;

  private static final String NO_ROOM = "buffer-full";

  private final PerShard<ShardWriter> memories;
  private final LongSupplier nanoTime;
  private final Tally tally = new Tally(ACCOUNTS_MAX);

  /** Views that the tally had no room for and that no memory has taken as lost yet. */
  private final AtomicLong refused = new AtomicLong();

  private long drainedAt;

  Intake(PerShard<ShardWriter> memories, LongSupplier nanoTime) {
    this.memories = memories;
    this.nanoTime = nanoTime;
    this.drainedAt = nanoTime.getAsLong();
  }

  /** The room that the memories of a process share. */
  static AtomicInteger room() {
    return new AtomicInteger(ACCOUNTS_MAX);
  }

  void count(AccountId id) {
    if (!tally.add(id)) {
      refused.incrementAndGet();
    }
  }

  /**
   * Moves the counted views into the shards' memories. A view is at most as old as the drain
   * before.
   */
  synchronized void drain() {
    var first = memories.all().get(0);
    var since = drainedAt;
    drainedAt = nanoTime.getAsLong();
    first.lose(refused.getAndSet(0));
    tally.drain((id, views) -> of(id).add(id, views, since));
  }

  ShardWriter of(AccountId id) {
    return memories.of(id);
  }

  /** What these and other writers of the process hold, for meters. */
  Figures figures(Stream<ShardWriter> others) {
    var nowNanos = nanoTime.getAsLong();
    var all = Stream.concat(memories.made().stream(), others).toList();
    return new Figures(
        all.stream().mapToLong(ShardWriter::acceptedEver).sum(),
        all.stream().mapToLong(ShardWriter::unsentViews).sum(),
        Map.of(NO_ROOM, refused.get() + all.stream().mapToLong(ShardWriter::lostEver).sum()),
        all.stream().mapToLong(ShardWriter::weight).sum(),
        (double) all.stream().mapToLong(ShardWriter::unsentAccounts).sum() / ACCOUNTS_MAX,
        all.stream()
            .map(memory -> memory.oldest(nowNanos))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }
}
