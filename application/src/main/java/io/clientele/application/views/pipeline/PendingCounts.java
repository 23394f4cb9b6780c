package io.clientele.application.views.pipeline;

import io.clientele.domain.views.ViewCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Views of one shard that no batch holds yet, merged per account. Above the bound that all shards
 * of the process share, a view of another account is lost. Not safe for use by many threads.
 */
final class PendingCounts {
  private final AtomicInteger room;
  private Map<UUID, Long> counts = new HashMap<>();
  private long views;

  /** Creates counts for the accounts that the process may still hold, shared by all shards. */
  PendingCounts(AtomicInteger room) {
    this.room = room;
  }

  /** Whether there was room for the views. */
  boolean add(UUID id, long more) {
    if (!counts.containsKey(id)) {
      if (room.get() <= 0) {
        return false;
      }
      room.decrementAndGet();
    }
    counts.merge(id, more, Long::sum);
    views += more;
    return true;
  }

  /** Takes back views of a batch, for which there is always room. */
  void addAll(ViewCounts rest) {
    rest.forEach(
        (id, more) -> {
          if (counts.merge(id, more, Long::sum) == more) {
            room.decrementAndGet();
          }
        });
    views += rest.total();
  }

  /** Removes and returns at most this many accounts. */
  ViewCounts take(int accountsMax) {
    var taken = counts;
    if (counts.size() > accountsMax) {
      taken = new HashMap<>();
      for (var entries = counts.entrySet().iterator(); taken.size() < accountsMax; ) {
        var entry = entries.next();
        taken.put(entry.getKey(), entry.getValue());
        entries.remove();
      }
    } else {
      counts = new HashMap<>();
    }
    room.addAndGet(taken.size());
    var batch = ViewCounts.of(taken);
    views -= batch.total();
    return batch;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  int accounts() {
    return counts.size();
  }

  long views() {
    return views;
  }

  long of(UUID id) {
    return counts.getOrDefault(id, 0L);
  }
}
