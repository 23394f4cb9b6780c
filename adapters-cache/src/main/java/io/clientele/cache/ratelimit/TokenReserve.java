package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter.Permit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One key's permits in this process: those that were drawn from the shared quota and are unused or,
 * below zero, those that were used before a draw. The latter are few, and booked with the next
 * draw.
 */
final class TokenReserve {
  /** A hundredth of the budget is drawn ahead: what lies here, others cannot use. */
  private static final int AHEAD_PART = 100;

  /** A tenth, one at least, is granted before the shared budget has answered. */
  private static final int CREDIT_PART = 10;

  private final Quota quota;
  private final RateLimit limit;
  private final String holder;
  private final TokenBucket local;
  private final AtomicLong held = new AtomicLong();
  private final AtomicBoolean isDrawing = new AtomicBoolean();
  private volatile long sharedWholeAt;
  private volatile long emptyUntil;
  private volatile byte @Nullable [] key;

  TokenReserve(Quota quota, RateLimit limit, String holder, long nowNanos) {
    this.quota = quota;
    this.limit = limit;
    this.holder = holder;
    this.local = new TokenBucket(quota, nowNanos);
    this.sharedWholeAt = nowNanos;
    this.emptyUntil = nowNanos;
  }

  /** The number of permits that one process may grant beyond the shared quota. */
  static long credit(Quota quota) {
    return Math.max(1, quota.size() / CREDIT_PART);
  }

  /** Its key in Redis, created when first used. */
  byte[] key(BiFunction<RateLimit, String, byte[]> naming) {
    var known = key;
    if (known == null) {
      known = naming.apply(limit, holder);
      key = known;
    }
    return known;
  }

  Quota quota() {
    return quota;
  }

  /** Grants a drawn permit, or one on credit unless the shared quota is known to be empty. */
  Permit take(long nowNanos) {
    while (true) {
      var had = held.get();
      if (had <= 0) {
        var wait = emptyUntil - nowNanos;
        if (wait > 0 || had <= -credit(quota)) {
          return quota.refused(wait);
        }
      }
      if (held.compareAndSet(had, had - 1)) {
        local.charge(nowNanos);
        return quota.granted(quota.left(sharedWholeAt, nowNanos) + had - 1);
      }
    }
  }

  /** Grants a permit of the local quota during an outage. */
  Permit takeLocally(long nowNanos) {
    return local.take(nowNanos);
  }

  /** Whether a draw is due and none is on its way; who hears yes must draw. */
  boolean beginsDraw(long nowNanos) {
    var has = held.get();
    return (has < 0 || has <= ahead() / 2 && ahead() > 0 && emptyUntil - nowNanos <= 0)
        && isDrawing.compareAndSet(false, true);
  }

  /** Starts a draw that shows whether the shared quota is available again. */
  boolean beginsProbe() {
    return isDrawing.compareAndSet(false, true);
  }

  long used() {
    return Math.max(0, -held.get());
  }

  long ahead() {
    return quota.size() / AHEAD_PART;
  }

  /** Books the used permits of a draw and adds the drawn ones. */
  void drawn(long used, long granted, long nanosToWhole, long nowNanos) {
    var whole = nowNanos + nanosToWhole;
    sharedWholeAt = whole;
    if (granted == 0) {
      emptyUntil = nowNanos + quota.nanosToNext(whole, nowNanos);
    }
    held.addAndGet(used + granted);
    isDrawing.set(false);
  }

  /** Records a draw without an answer; it is unknown whether Redis booked it. */
  void notDrawn() {
    isDrawing.set(false);
  }
}
