package io.clientele.domain.views;

/** Adds counts of views. No total exceeds 2^63 - 1. */
public final class SaturatingSum {
  private SaturatingSum() {}

  /** The sum of two counts that are not negative, at most 2^63 - 1. */
  public static long of(long one, long other) {
    return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
  }
}
