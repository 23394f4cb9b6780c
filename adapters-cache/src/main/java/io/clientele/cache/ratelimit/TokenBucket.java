package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter.Permit;
import java.util.concurrent.atomic.AtomicLong;

/** The local quota of one key. */
final class TokenBucket {
  private final Quota limit;
  private final AtomicLong wholeAt;

  TokenBucket(Quota limit, long nowNanos) {
    this.limit = limit;
    this.wholeAt = new AtomicLong(nowNanos);
  }

  /** Takes so many permits, or none if fewer are left. */
  Permit take(long nowNanos, int count) {
    while (true) {
      var whole = wholeAt.get();
      var left = limit.left(whole, nowNanos);
      if (left < count) {
        return limit.refused(left, limit.nanosTo(count, whole, nowNanos));
      }
      if (wholeAt.compareAndSet(whole, limit.after(count, whole, nowNanos))) {
        return limit.granted(left - count);
      }
    }
  }

  /** Takes permits that were granted elsewhere; what is not there is not taken. */
  void charge(long nowNanos, int count) {
    while (true) {
      var whole = wholeAt.get();
      var charged = Math.min(count, limit.left(whole, nowNanos));
      if (charged < 1 || wholeAt.compareAndSet(whole, limit.after(charged, whole, nowNanos))) {
        return;
      }
    }
  }
}
