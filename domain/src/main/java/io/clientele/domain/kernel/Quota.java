package io.clientele.domain.kernel;

import io.clientele.domain.kernel.RateLimiter.Permit;
import java.time.Duration;
import java.util.Objects;

/**
 * The size of a quota and the time in which it refills, evenly, one permit at a time. The state of
 * a quota is the instant at which it is full again; instants are nanoseconds of any one clock.
 *
 * @param window in which an empty quota refills, in whole seconds
 */
public record Quota(long size, Duration window) {
  /** At this size, one permit takes a microsecond or more to refill. */
  public static final long SIZE_MAX = 1_000_000;

  /** The longest window. */
  public static final Duration WINDOW_MAX = Duration.ofDays(1);

  private static final long NANOS_A_SECOND = 1_000_000_000;

  public Quota {
    Objects.requireNonNull(window, "window");
    if (size < 1 || size > SIZE_MAX) {
      throw new InvalidValue("size", "must be from 1 to " + SIZE_MAX);
    }
    if (window.toSeconds() < 1 || window.compareTo(WINDOW_MAX) > 0 || window.toNanosPart() != 0) {
      throw new InvalidValue("window", "must be whole seconds, from 1 s to a day");
    }
  }

  /** The time in which one permit refills. */
  public long nanosAPermit() {
    return window.toNanos() / size;
  }

  /**
   * The number of available permits; negative by the number of permits that were taken too many.
   */
  public long left(long wholeAtNanos, long nowNanos) {
    return Math.floorDiv(span() - Math.max(0, wholeAtNanos - nowNanos), nanosAPermit());
  }

  /** Returns the instant at which the quota is full again if this many permits are taken now. */
  public long after(long permits, long wholeAtNanos, long nowNanos) {
    var from = wholeAtNanos - nowNanos > 0 ? wholeAtNanos : nowNanos;
    return from + permits * nanosAPermit();
  }

  /** The time until one permit is available; 0 if one is. */
  public long nanosToNext(long wholeAtNanos, long nowNanos) {
    return nanosTo(1, wholeAtNanos, nowNanos);
  }

  /** The time until so many permits are available, at most the whole quota; 0 if they are. */
  public long nanosTo(long permits, long wholeAtNanos, long nowNanos) {
    return Math.max(0, wholeAtNanos - nowNanos - span() + Math.min(permits, size) * nanosAPermit());
  }

  /** Returns a granted permit that leaves this many. */
  public Permit granted(long left) {
    var remaining = Math.max(0, Math.min(size, left));
    return new Permit(
        true, remaining, seconds((size - remaining) * nanosAPermit()), size, window.toSeconds());
  }

  /**
   * Returns a refusal with the number of permits that are left, too few, and the time until there
   * are enough.
   */
  public Permit refused(long left, long nanosToEnough) {
    var remaining = Math.max(0, Math.min(size, left));
    var reset = Math.max(1, seconds(nanosToEnough));
    return new Permit(false, remaining, reset, size, window.toSeconds());
  }

  /** Returns size and window, such as {@code 6000/PT1M}. */
  @Override
  public String toString() {
    return size + "/" + window;
  }

  private long span() {
    return nanosAPermit() * size;
  }

  private static long seconds(long nanos) {
    return (nanos + NANOS_A_SECOND - 1) / NANOS_A_SECOND;
  }
}
