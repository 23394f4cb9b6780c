package io.clientele.application.views.pipeline;

import io.clientele.application.views.CounterMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The way of a view from the reader into its shard's memory. Safe for use by many threads. */
public final class ViewBuffer {
  /**
   * Accounts that may wait in memory: some 40 MB. Past it, a view of yet another account is lost.
   */
  public static final int ACCOUNTS_MAX = 200_000;

  private static final String NO_ROOM = "buffer-full";
  private static final String CLOSED = "closed";

  private final ShardMap<ProducerState> memories;
  private final LongSupplier nanoTime;
  private final StripedCounter tally = new StripedCounter(ACCOUNTS_MAX);

  /** Views that the tally had no room for and that no memory has taken as lost yet. */
  private final AtomicLong refused = new AtomicLong();

  /** Views that came after the end and that no memory has taken as lost yet. */
  private final AtomicLong late = new AtomicLong();

  private volatile boolean isClosed;
  private long drainedAt;

  public ViewBuffer(ShardMap<ProducerState> memories, LongSupplier nanoTime) {
    this.memories = memories;
    this.nanoTime = nanoTime;
    this.drainedAt = nanoTime.getAsLong();
  }

  /** The room that the memories of a process share. */
  public static AtomicInteger room() {
    return new AtomicInteger(ACCOUNTS_MAX);
  }

  public void count(UUID id) {
    if (!tally.add(id)) {
      (isClosed ? late : refused).incrementAndGet();
    }
  }

  /**
   * Takes on no more views, and moves those that it has into the shards' memories. A view that
   * comes later is counted as lost.
   */
  public void close() {
    isClosed = true;
    tally.close();
    drain();
  }

  /**
   * Moves the counted views into the shards' memories. A view is at most as old as the drain
   * before.
   */
  public synchronized void drain() {
    var first = memories.all().get(0);
    var since = drainedAt;
    drainedAt = nanoTime.getAsLong();
    first.lose(refused.getAndSet(0));
    first.loseLate(late.getAndSet(0));
    tally.drain((id, views) -> of(id).add(id, views, since));
  }

  public ProducerState of(UUID id) {
    return memories.of(id);
  }

  /** What these and other writers of the process hold, for meters. */
  public CounterMetrics figures(Stream<ProducerState> others) {
    var nowNanos = nanoTime.getAsLong();
    var all = Stream.concat(memories.made().stream(), others).toList();
    return new CounterMetrics(
        all.stream().mapToLong(ProducerState::acceptedEver).sum(),
        all.stream().mapToLong(ProducerState::unsentViews).sum(),
        Map.of(
            NO_ROOM, refused.get() + all.stream().mapToLong(ProducerState::lostForRoomEver).sum(),
            CLOSED, late.get() + all.stream().mapToLong(ProducerState::lostLateEver).sum()),
        all.stream().mapToLong(ProducerState::weight).sum(),
        (double) all.stream().mapToLong(ProducerState::unsentAccounts).sum() / ACCOUNTS_MAX,
        all.stream()
            .map(memory -> memory.oldest(nowNanos))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }
}
