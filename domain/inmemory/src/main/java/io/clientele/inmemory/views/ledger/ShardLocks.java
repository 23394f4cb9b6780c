package io.clientele.inmemory.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** One lock for each shard, as the locked rows of a database. Any thread may release a lock. */
final class ShardLocks {
  private static final long WAIT_MILLIS = 2_000;

  private final Map<Shard, Semaphore> locks;

  ShardLocks(Sharding shards) {
    locks = shards.all().stream().collect(Collectors.toMap(s -> s, s -> new Semaphore(1)));
  }

  /** Locks the shard, unless it is locked. */
  boolean tryLock(Shard shard) {
    return of(shard).tryAcquire();
  }

  /** Waits for the lock of the shard; throws {@link PortUnavailable} after two seconds. */
  void lock(Shard shard) {
    try {
      if (!of(shard).tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new PortUnavailable("view ledger", new TimeoutException("the shard is held"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("view ledger", e);
    }
  }

  void unlock(Shard shard) {
    of(shard).release();
  }

  private Semaphore of(Shard shard) {
    return Objects.requireNonNull(locks.get(shard), () -> "no such shard: " + shard);
  }
}
