package io.clientele.http.telemetry;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the requests that one concurrency limit has rejected. */
public final class RejectionCounter {
  private static final Logger LOG = LoggerFactory.getLogger(RejectionCounter.class);
  private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final String door;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);

  public RejectionCounter(String door) {
    this.door = door;
  }

  String door() {
    return door;
  }

  public long count() {
    return count.get();
  }

  /** Counts one rejection. Logs sums, because a line for each would cost too much. */
  public void add() {
    var sum = count.incrementAndGet();
    var last = told.get();
    var now = System.nanoTime();
    if (now - last > TELL_EVERY_NANOS && told.compareAndSet(last, now)) {
      LOG.atWarn()
          .addKeyValue("door", door)
          .addKeyValue("shed", sum)
          .log("requests are rejected because of overload");
    }
  }
}
