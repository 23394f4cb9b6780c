package io.clientele.domain.views;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The number of shards, and the shard of each account.
 *
 * @param count 1 to {@value #COUNT_MAX}; fixed when a database is created
 */
public record Sharding(int count) {
  /** More shards cost more round trips than they save. */
  public static final int COUNT_MAX = 256;

  public Sharding {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException("shards must be 1 to " + COUNT_MAX);
    }
  }

  /** All shards, in order. */
  public List<Shard> all() {
    return IntStream.range(0, count).mapToObj(Shard::new).toList();
  }

  /**
   * Returns the shard of an id: the finalizer of MurmurHash3 (Austin Appleby) over both halves of
   * the id. Stored data depend on this function, so it must never change.
   */
  public Shard of(UUID subject) {
    var hash = subject.getMostSignificantBits() * 31 + subject.getLeastSignificantBits();
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    hash *= 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return new Shard((int) Long.remainderUnsigned(hash, count));
  }
}
