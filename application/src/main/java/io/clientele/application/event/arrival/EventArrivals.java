package io.clientele.application.event.arrival;

import io.clientele.domain.audit.chain.ChainHead;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * Lets readers wait for the next block of the chain. The job that extends the chain reports each
 * head that it sees. Safe for use by many threads.
 */
public final class EventArrivals {
  private final BooleanSupplier isStopping;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> lostListeners = new CopyOnWriteArrayList<>();
  private ChainHead lostHead = ChainHead.NONE;
  private long newestBlock;

  /**
   * Starts at the beginning of the chain.
   *
   * @param isStopping whether the process stops
   */
  public EventArrivals(BooleanSupplier isStopping) {
    this.isStopping = Objects.requireNonNull(isStopping, "isStopping");
  }

  /** Runs this at each newer block. It must return at once. */
  public void onNewer(Runnable listener) {
    listeners.add(listener);
  }

  /** Runs this when the chain lacks a known head, once for each. It must return at once. */
  public void onLost(Runnable listener) {
    lostListeners.add(listener);
  }

  /** Reports that the chain lacks a head that was known. */
  public void lost(ChainHead head) {
    synchronized (this) {
      if (head.equals(lostHead)) {
        return;
      }
      lostHead = head;
    }
    lostListeners.forEach(Runnable::run);
  }

  /** Reports the head of the chain. */
  public void advanced(ChainHead head) {
    synchronized (this) {
      if (head.number() <= newestBlock) {
        return;
      }
      newestBlock = head.number();
      notifyAll();
    }
    listeners.forEach(Runnable::run);
  }

  /** The number of the newest block; to be asked before a read, for {@link #await} after it. */
  public synchronized long newest() {
    return newestBlock;
  }

  /**
   * Waits until there is a newer block.
   *
   * @param known the newest block before the last read
   * @return false if the time is over
   */
  public synchronized boolean await(long known, Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (newestBlock <= known) {
      var left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Whether the process stops. */
  public boolean isStopping() {
    return isStopping.getAsBoolean();
  }
}
