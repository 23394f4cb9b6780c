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

  Permit take(long nowNanos) {
    while (true) {
      var whole = wholeAt.get();
      var left = limit.left(whole, nowNanos);
      if (left < 1) {
        return limit.refused(limit.nanosToNext(whole, nowNanos));
      }
      if (wholeAt.compareAndSet(whole, limit.after(1, whole, nowNanos))) {
        return limit.granted(left - 1);
      }
    }
  }

  /** Takes one that was granted elsewhere; what is not there is not taken. */
  void charge(long nowNanos) {
    while (true) {
      var whole = wholeAt.get();
      if (limit.left(whole, nowNanos) < 1
          || wholeAt.compareAndSet(whole, limit.after(1, whole, nowNanos))) {
        return;
      }
    }
  }
}
