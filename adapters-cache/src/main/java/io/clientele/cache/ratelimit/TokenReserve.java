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

  /**
   * Grants drawn permits, or some on credit unless the shared quota is known to be empty: all of
   * {@code count} or none.
   */
  Permit take(long nowNanos, int count) {
    while (true) {
      var had = held.get();
      var left = quota.left(sharedWholeAt, nowNanos) + had;
      if (had < count && !hasCredit(had, left, nowNanos, count)) {
        var wait = emptyUntil - nowNanos;
        return quota.refused(
            count == 1 ? 0 : left, Math.max(wait, quota.nanosTo(count, sharedWholeAt, nowNanos)));
      }
      if (held.compareAndSet(had, had - count)) {
        local.charge(nowNanos, count);
        return quota.granted(left - count);
      }
    }
  }

  /**
   * Many at once may exceed the credit if as many were left when the shared quota answered last.
   */
  private boolean hasCredit(long had, long left, long nowNanos, int count) {
    var credit = credit(quota);
    return emptyUntil - nowNanos <= 0 && (had - count >= -credit || had > -credit && left >= count);
  }

  /** Grants permits of the local quota during an outage. */
  Permit takeLocally(long nowNanos, int count) {
    return local.take(nowNanos, count);
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
