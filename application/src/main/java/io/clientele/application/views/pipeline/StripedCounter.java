package io.clientele.application.views.pipeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjLongConsumer;

/**
 * Where the read path ends: adds in memory. Threads are spread over stripes, so that one hot
 * account costs no more than many; each stripe is a map of its own under its own lock, taken whole
 * when drained, so that no add is lost to a drain beside it.
 */
final class StripedCounter {
  private static final int STRIPES_PER_CPU = 8;

  private final Stripe[] stripes;

  /** Shared by the stripes; asked only when an account is new to one. */
  private final AtomicInteger room;

  /** Holds no more accounts than this between two drains; it counts one once for each stripe. */
  StripedCounter(int accountsMax) {
    var count = Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * STRIPES_PER_CPU);
    stripes = new Stripe[count];
    room = new AtomicInteger(accountsMax);
    Arrays.setAll(stripes, i -> new Stripe());
  }

  /** Whether there was room for it. */
  boolean add(UUID id) {
    var thread = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
    var stripe = stripes[(int) (thread >>> 32) & stripes.length - 1];
    return stripe.add(id, room);
  }

  /** Refuses every later add. What was added before is still to be drained. */
  void close() {
    for (var stripe : stripes) {
      stripe.close();
    }
  }

  /** Hands over every count once; an account may come several times. */
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
