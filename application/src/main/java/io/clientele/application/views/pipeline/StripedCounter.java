package io.clientele.application.views.pipeline;

import io.clientele.domain.views.counter.ViewRecorder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;

/**
 * Adds views in memory. Threads are spread over stripes, so that one hot subject costs no more than
 * many. Each stripe is a map under its own lock. A drain takes the whole map, so that no concurrent
 * add is lost.
 */
final class StripedCounter implements ViewRecorder {
  private static final int STRIPES_PER_CPU = 8;

  private final Stripe[] stripes;

  /** Shared by the stripes; used only when a subject is new to one. */
  private final AtomicInteger room;

  /** Views for which there was no room, since they were last taken. */
  private final AtomicLong refused = new AtomicLong();

  /** Views that came after the end, since they were last taken. */
  private final AtomicLong late = new AtomicLong();

  private volatile boolean isClosed;

  /**
   * An empty counter.
   *
   * @param subjectsMax how many it holds between two drains; one subject counts once a stripe
   */
  StripedCounter(int subjectsMax) {
    var count = Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * STRIPES_PER_CPU);
    stripes = new Stripe[count];
    room = new AtomicInteger(subjectsMax);
    Arrays.setAll(stripes, i -> new Stripe());
  }

  @Override
  public void count(UUID subject) {
    var thread = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
    var stripe = stripes[(int) (thread >>> 32) & stripes.length - 1];
    if (!stripe.add(subject, room)) {
      (isClosed ? late : refused).incrementAndGet();
    }
  }

  /** Views that were lost here, by reason. */
  record Losses(long refused, long late) {}

  /** Returns the losses that were not taken yet. */
  Losses losses() {
    return new Losses(refused.get(), late.get());
  }

  /** Returns each loss once. */
  Losses takeLosses() {
    return new Losses(refused.getAndSet(0), late.getAndSet(0));
  }

  /** Refuses every later add. Earlier views can still be drained. */
  void close() {
    isClosed = true;
    for (var stripe : stripes) {
      stripe.close();
    }
  }

  /** Hands over every count once; a subject may come several times. */
  void drain(ObjLongConsumer<UUID> taker) {
    for (var stripe : stripes) {
      var counts = stripe.take();
      room.addAndGet(counts.size());
      counts.forEach(taker::accept);
    }
  }

  private static final class Stripe {
    private Map<UUID, Long> counts = new HashMap<>();
    private boolean isClosed;

    synchronized void close() {
      isClosed = true;
    }

    synchronized boolean add(UUID id, AtomicInteger room) {
      if (isClosed) {
        return false;
      }
      if (counts.computeIfPresent(id, (same, views) -> views + 1) != null) {
        return true;
      }
      if (room.getAndDecrement() <= 0) {
        room.incrementAndGet();
        return false;
      }
      counts.put(id, 1L);
      return true;
    }

    synchronized Map<UUID, Long> take() {
      if (counts.isEmpty()) {
        return Map.of();
      }
      var taken = counts;
      counts = new HashMap<>();
      return taken;
    }
  }
}
