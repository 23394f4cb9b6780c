package io.clientele.domain.views;

/** Adds views. No total passes 2^63 - 1, and neither does a sum of totals. */
public final class SaturatingSum {
  private SaturatingSum() {}

  /** The sum of two counts of views, at most 2^63 - 1; neither is negative. */
  public static long of(long one, long other) {
    return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
  }
}
