package io.clientele.domain.views;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How many shards there are, and which one an account belongs to.
 *
 * @param count 1 to {@value #COUNT_MAX}; a database keeps the one it was made with
 */
public record Sharding(int count) {
  /** More would cost more round trips than they save. */
  public static final int COUNT_MAX = 256;

  public Sharding {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException("shards must be 1 to " + COUNT_MAX);
    }
  }

  /** Every shard, in order. */
  public List<Shard> all() {
    return IntStream.range(0, count).mapToObj(Shard::new).toList();
  }

  /**
   * Returns the shard of an id. Stored data depend on this function, so it must never change. It is
   * the finalizer of MurmurHash3 (Austin Appleby) over both halves of the id.
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
