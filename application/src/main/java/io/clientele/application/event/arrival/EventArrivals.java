package io.clientele.application.event.arrival;

import io.clientele.domain.audit.chain.ChainHead;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets readers wait for the next block of the chain. The job that extends the chain reports each
 * head that it sees. Safe for use by many threads.
 */
public final class EventArrivals {
  private final BooleanSupplier isStopping;
  private long newestBlock;

  /**
   * Starts at the beginning of the chain.
   *
   * @param isStopping whether the process stops
   */
  public EventArrivals(BooleanSupplier isStopping) {
    this.isStopping = isStopping;
  }

  /** Reports the head of the chain. */
  public synchronized void advanced(ChainHead head) {
    if (head.number() > newestBlock) {
      newestBlock = head.number();
      notifyAll();
    }
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
