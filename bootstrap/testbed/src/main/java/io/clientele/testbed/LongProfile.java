package io.clientele.testbed;

/** The Maven profile {@code long}: more faults and longer loads than a build has time for. */
public final class LongProfile {
  /** Whether this run uses it. */
  public static final boolean IS_ACTIVE = Boolean.getBoolean("clientele.long");

  private LongProfile() {}
}
