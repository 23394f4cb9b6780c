package io.clientele.http.limits;

import io.clientele.domain.kernel.RateLimiter.Permit;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets requests wait for a permit. Each waits on its own virtual thread, which costs no platform
 * thread, and holds no place in the {@link ConcurrencyLimiter}. The number of waiting requests is
 * bounded.
 */
public final class PermitAwaiter {
  /** Requests that wait at once. */
  static final int PLACES_MAX = 100;

  /** The longest wait of a request. */
  static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private final Semaphore places;
  private final long waitNanos;

  PermitAwaiter() {
    this(PLACES_MAX, WAIT_MAX);
  }

  public PermitAwaiter(int places, Duration wait) {
    this.places = new Semaphore(places);
    this.waitNanos = wait.toNanos();
  }

  /**
   * Tries again until a permit is granted or the time is over.
   *
   * @param refused the first result; returned at once when too many wait
   */
  Permit await(ServletRequest request, Permit refused, Supplier<Permit> again) {
    if (!places.tryAcquire()) {
      return refused;
    }
    ConcurrencyLimiter.leave(request);
    Permit permit;
    try {
      permit = await(refused, again);
    } finally {
      places.release();
    }
    if (permit.granted()) {
      ConcurrencyLimiter.enter(request);
    }
    return permit;
  }

  private Permit await(Permit refused, Supplier<Permit> again) {
    var began = System.nanoTime();
    var permit = refused;
    var left = waitNanos;
    while (!permit.granted() && left > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.SECONDS.toNanos(permit.resetSeconds())));
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return permit;
      }
      permit = again.get();
      left = waitNanos - (System.nanoTime() - began);
    }
    return permit;
  }
}
