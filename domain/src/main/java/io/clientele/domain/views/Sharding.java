package io.clientele.domain.views;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The number of shards, and the shard of each subject.
 *
 * @param count the shards of accounts, 1 to {@value #COUNT_MAX}; fixed when a database is created
 * @param products the shards of products, which follow those of accounts; with 0, products share
 *     the shards of accounts and their views cannot be told apart
 */
public record Sharding(int count, int products) {
  /** More shards cost more round trips than they save. */
  public static final int COUNT_MAX = 256;

  public Sharding {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException("shards must be 1 to " + COUNT_MAX);
    }
    if (products < 0 || products > COUNT_MAX) {
      throw new IllegalArgumentException("shards of products must be 0 to " + COUNT_MAX);
    }
  }

  /** Shards of accounts only. */
  public Sharding(int count) {
    this(count, 0);
  }

  /** All shards, in order. */
  public List<Shard> all() {
    return range(0, count + products);
  }

  /** The shards of this kind, in order. */
  public List<Shard> of(SubjectKind kind) {
    return kind == SubjectKind.PRODUCT ? range(count, count + products) : range(0, count);
  }

  /**
   * Returns the shard of a subject: the finalizer of MurmurHash3 (Austin Appleby) over both halves
   * of the id. Stored data depend on this function, so it must never change.
   */
  public Shard of(UUID subject) {
    var hash = subject.getMostSignificantBits() * 31 + subject.getLeastSignificantBits();
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    hash *= 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return products > 0 && SubjectKind.of(subject) == SubjectKind.PRODUCT
        ? new Shard(count + (int) Long.remainderUnsigned(hash, products))
        : new Shard((int) Long.remainderUnsigned(hash, count));
  }

  private static List<Shard> range(int from, int to) {
    return IntStream.range(from, to).mapToObj(Shard::new).toList();
  }
}
