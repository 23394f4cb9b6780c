package io.clientele.http.limits;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the cores that new connections and password hashes use together: half of them. The other
 * half stays free for requests of established connections, however many clients connect and sign in
 * at once. New connections are served in the order of their arrival, and before hashes. A hash
 * waits for them {@value #HASH_WAIT_MILLIS} ms, and as long after the hash before it, so that slow
 * hashes do not keep connections from their turns either. The limits of connections and of sign-ins
 * bound the two queues. Safe for use by many threads.
 */
public final class CpuBulkhead {
  /** How long a hash waits for new connections, which need some hundredths of its time each. */
  static final long HASH_WAIT_MILLIS = 250;

  private final int runningMax;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Runnable> connections = new ArrayDeque<>();
  private final ArrayDeque<Hash> hashes = new ArrayDeque<>();
  private int running;

  /** When a hash ended last. */
  private long hashedNanos;

  private record Hash(Runnable start, long sinceNanos) {}

  /** Creates a bulkhead for half of the machine's cores, and at least one. */
  public CpuBulkhead() {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), System::nanoTime);
  }

  CpuBulkhead(int runningMax, LongSupplier nanoTime) {
    this.runningMax = runningMax;
    this.nanoTime = nanoTime;
    this.hashedNanos = nanoTime.getAsLong();
  }

  /**
   * Starts some work for a new connection, at once or when it is its turn. The work calls {@link
   * #end} once.
   *
   * @param start hands the work to a thread; it must not block
   */
  public void addConnection(Runnable start) {
    if (isStarted(() -> connections.addLast(start))) {
      start.run();
    }
  }

  /** Starts a hash likewise, which calls {@link #endHash} once. */
  public void addHash(Runnable start) {
    if (isStarted(() -> hashes.addLast(new Hash(start, nanoTime.getAsLong())))) {
      start.run();
    }
  }

  /** Ends a hash, and starts the next work. */
  public void endHash() {
    noteHash();
    end();
  }

  /** Ends the work for a connection, and starts the next work. */
  public void end() {
    var next = next();
    if (next != null) {
      next.run();
    }
  }

  private synchronized boolean isStarted(Runnable enqueue) {
    if (running < runningMax) {
      running++;
      return true;
    }
    enqueue.run();
    return false;
  }

  private synchronized @Nullable Runnable next() {
    var hash = hashes.peekFirst();
    var isHash = hash != null && (connections.isEmpty() || isDue(hash));
    var next = isHash ? hashes.removeFirst().start() : connections.pollFirst();
    if (next == null) {
      running--;
    }
    return next;
  }

  private synchronized void noteHash() {
    hashedNanos = nanoTime.getAsLong();
  }

  private boolean isDue(Hash hash) {
    var limitNanos = TimeUnit.MILLISECONDS.toNanos(HASH_WAIT_MILLIS);
    var now = nanoTime.getAsLong();
    return now - hash.sinceNanos() >= limitNanos && now - hashedNanos >= limitNanos / runningMax;
  }
}
