package io.clientele.domain.kernel;

import io.clientele.domain.kernel.RateLimiter.Permit;
import java.time.Duration;

/**
 * How large a budget is, and how fast it comes back: evenly, a permit at a time. All that is to be
 * known of a budget is when it is whole again, so that is how it is kept; instants are nanoseconds
 * of any one clock.
 *
 * @param window in whole seconds, in which an empty budget becomes whole
 */
public record Quota(long size, Duration window) {
  /** So small that a permit takes a microsecond at least to come back. */
  public static final long SIZE_MAX = 1_000_000;

  /** The longest window. */
  public static final Duration WINDOW_MAX = Duration.ofDays(1);

  private static final long NANOS_A_SECOND = 1_000_000_000;

  public Quota {
    if (size < 1 || size > SIZE_MAX) {
      throw new InvalidValue("size", "must be from 1 to " + SIZE_MAX);
    }
    if (window.toSeconds() < 1 || window.compareTo(WINDOW_MAX) > 0 || window.toNanosPart() != 0) {
      throw new InvalidValue("window", "must be whole seconds, from 1 s to a day");
    }
  }

  /** How long a permit takes to come back. */
  public long nanosAPermit() {
    return window.toNanos() / size;
  }

  /** How many permits there are; below zero, how many too many were taken. */
  public long left(long wholeAtNanos, long nowNanos) {
    return Math.floorDiv(span() - Math.max(0, wholeAtNanos - nowNanos), nanosAPermit());
  }

  /** When the budget is whole again if so many permits are taken of it now. */
  public long after(long permits, long wholeAtNanos, long nowNanos) {
    var from = wholeAtNanos - nowNanos > 0 ? wholeAtNanos : nowNanos;
    return from + permits * nanosAPermit();
  }

  /** How long until there is a permit; 0 if there is one. */
  public long nanosToNext(long wholeAtNanos, long nowNanos) {
    return Math.max(0, wholeAtNanos - nowNanos - span() + nanosAPermit());
  }

  /** A permit that leaves so many of them. */
  public Permit granted(long left) {
    var remaining = Math.max(0, Math.min(size, left));
    return new Permit(
        true, remaining, seconds((size - remaining) * nanosAPermit()), size, window.toSeconds());
  }

  /** None, and one is to be had after so long. */
  public Permit refused(long nanosToNext) {
    return new Permit(false, 0, Math.max(1, seconds(nanosToNext)), size, window.toSeconds());
  }

  private long span() {
    return nanosAPermit() * size;
  }

  private static long seconds(long nanos) {
    return (nanos + NANOS_A_SECOND - 1) / NANOS_A_SECOND;
  }
}
