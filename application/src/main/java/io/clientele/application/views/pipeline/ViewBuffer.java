package io.clientele.application.views.pipeline;

import io.clientele.application.views.CounterMetrics;
import io.clientele.domain.views.counter.ViewRecorder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Moves counted views into the memory of their shards. Safe for use by many threads. */
public final class ViewBuffer {
  /**
   * The greatest number of accounts in memory: about 40 MB. Above it, a view of another account is
   * lost.
   */
  public static final int ACCOUNTS_MAX = 200_000;

  private static final String NO_ROOM = "buffer-full";
  private static final String CLOSED = "closed";

  private final ShardMap<ProducerState> memories;
  private final LongSupplier nanoTime;
  private final StripedCounter counter = new StripedCounter(ACCOUNTS_MAX);

  private long drainedAt;

  public ViewBuffer(ShardMap<ProducerState> memories, LongSupplier nanoTime) {
    this.memories = Objects.requireNonNull(memories, "memories");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    this.drainedAt = nanoTime.getAsLong();
  }

  /** The memory bound that the shards of a process share. */
  public static AtomicInteger room() {
    return new AtomicInteger(ACCOUNTS_MAX);
  }

  /** Returns the recorder, always the same. */
  public ViewRecorder recorder() {
    return counter;
  }

  /**
   * Stops counting, and moves the counted views into the shards. A later view is counted as lost.
   */
  public void close() {
    counter.close();
    drain();
  }

  /** Moves the counted views into the shards. A view is at most as old as the previous drain. */
  public synchronized void drain() {
    var first = memories.all().get(0);
    var since = drainedAt;
    drainedAt = nanoTime.getAsLong();
    var losses = counter.takeLosses();
    first.lose(losses.refused());
    first.loseLate(losses.late());
    counter.drain((id, views) -> of(id).add(id, views, since));
  }

  public ProducerState of(UUID id) {
    return memories.of(id);
  }

  /** The state of these and other writers of the process, for meters. */
  public CounterMetrics figures(Stream<ProducerState> others) {
    var nowNanos = nanoTime.getAsLong();
    var losses = counter.losses();
    var all = Stream.concat(memories.made().stream(), others).toList();
    return new CounterMetrics(
        all.stream().mapToLong(ProducerState::acceptedEver).sum(),
        all.stream().mapToLong(ProducerState::unsentViews).sum(),
        Map.of(
            NO_ROOM,
                losses.refused() + all.stream().mapToLong(ProducerState::lostForRoomEver).sum(),
            CLOSED, losses.late() + all.stream().mapToLong(ProducerState::lostLateEver).sum()),
        all.stream().mapToLong(ProducerState::weight).sum(),
        (double) all.stream().mapToLong(ProducerState::unsentAccounts).sum() / ACCOUNTS_MAX,
        all.stream()
            .map(memory -> memory.oldest(nowNanos))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }
}
